//! The table of online submissions that aren't sent yet.

diesel::table! {
    use diesel::sql_types::Text;
    use crate::sql_types::{DbTime, DbUuid};
    drafts (id) {
        id -> DbUuid,
        procedure -> Text,
        case_code -> Text,
        agency -> Text,
        body -> Text,
        at -> DbTime,
        changed_at -> DbTime,
    }
}
