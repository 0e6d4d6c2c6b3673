//! The table of messages on their way.

diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    notices (id) {
        id -> DbUuid,
        outbox_id -> DbUuid,
        dossier_id -> DbUuid,
        seq -> BigInt,
        occasion -> Text,
        user_id -> Nullable<DbUuid>,
        channel -> Text,
        is_legal -> Bool,
        deliver_before -> Nullable<DbTime>,
        state -> Text,
        attempts -> Integer,
        begun_at -> Nullable<DbTime>,
        available_at -> DbTime,
        claimed_by -> Nullable<DbUuid>,
        sent_at -> Nullable<DbTime>,
        delivered_at -> Nullable<DbTime>,
        provider_reference -> Nullable<Text>,
        why -> Nullable<Text>,
        settled_at -> Nullable<DbTime>,
        settled_by -> Nullable<DbUuid>,
        settled_how -> Nullable<Text>,
    }
}
