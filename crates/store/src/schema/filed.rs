//! The table of files.

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    files (id) {
        id -> DbUuid,
        dossier_id -> DbUuid,
        ordinal -> Integer,
        sha256 -> Binary,
        name -> Text,
        media_type -> Text,
        size -> BigInt,
        at -> DbTime,
        added_by -> Nullable<DbUuid>,
    }
}
