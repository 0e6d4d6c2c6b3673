//! The tables of feedback.

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    feedback (id) {
        id -> DbUuid,
        number -> Text,
        agency -> Text,
        dossier -> Nullable<Text>,
        raised_at -> DbTime,
        due -> DbTime,
        answered_at -> Nullable<DbTime>,
        answered_by -> Nullable<DbUuid>,
        published_question -> Nullable<Text>,
        answer -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::sql_types::DbUuid;
    feedback_people (id) {
        id -> DbUuid,
        question -> Text,
        name -> Text,
        phone -> Text,
        email -> Text,
    }
}
