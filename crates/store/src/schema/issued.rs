//! The tables of the letters that were issued.

diesel::table! {
    letter_numbers (agency, year, kind) {
        agency -> Text,
        year -> Integer,
        kind -> Text,
        last -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    issued_letters (id) {
        id -> DbUuid,
        dossier_id -> DbUuid,
        seq -> BigInt,
        kind -> Text,
        agency -> Text,
        year -> Integer,
        ordinal -> Integer,
        number -> Text,
        code -> Text,
        issued_at -> DbTime,
        sha256 -> Nullable<Binary>,
        signed -> Nullable<Bool>,
    }
}
