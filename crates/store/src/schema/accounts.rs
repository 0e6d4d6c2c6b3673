//! The tables of accounts and sessions.

diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Text};
    use crate::sql_types::{DbTime, DbUuid};
    users (id) {
        id -> DbUuid,
        username -> Text,
        password_hash -> Text,
        name -> Text,
        agency -> Text,
        active -> Bool,
        at -> DbTime,
        phone -> Text,
        email -> Text,
        position -> Text,
        version -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::sql_types::DbUuid;
    user_roles (user_id, role) {
        user_id -> DbUuid,
        role -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::sql_types::DbUuid;
    user_fields (user_id, field) {
        user_id -> DbUuid,
        field -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::Nullable;
    use crate::sql_types::{DbTime, DbUuid};
    sessions (family) {
        family -> DbUuid,
        user_id -> DbUuid,
        at -> DbTime,
        revoked_at -> Nullable<DbTime>,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Nullable};
    use crate::sql_types::{DbTime, DbUuid};
    refresh_tokens (hash) {
        hash -> Binary,
        family -> DbUuid,
        expires_at -> DbTime,
        used_at -> Nullable<DbTime>,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    office_log (id) {
        id -> DbUuid,
        at -> DbTime,
        user_id -> Nullable<DbUuid>,
        subject -> Text,
        about -> Text,
        deed -> Text,
        changes -> Text,
        key -> Nullable<Text>,
        body_hash -> Nullable<Binary>,
    }
}
