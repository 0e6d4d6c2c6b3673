//! The tables of a dossier's time. A column that a constraint by the rule's name keeps from being null is not null here.

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    requests (dossier_id, kind, ordinal) {
        dossier_id -> DbUuid,
        kind -> Text,
        ordinal -> Integer,
        at -> DbTime,
        asked_by -> DbUuid,
        items -> Integer,
        due -> Nullable<DbTime>,
        after_term -> Bool,
        exception -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    letters (dossier_id, kind, ordinal) {
        dossier_id -> DbUuid,
        kind -> Text,
        ordinal -> Integer,
        at -> DbTime,
        signed_by -> DbUuid,
        role -> Text,
        reason -> Text,
        body -> Text,
        promised -> DbTime,
        caused_by -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    reschedules (dossier_id) {
        dossier_id -> DbUuid,
        proposed_by -> DbUuid,
        approved_by -> DbUuid,
        role -> Text,
        approved_at -> DbTime,
        from_at -> DbTime,
        to_at -> DbTime,
        appointed_day -> DbTime,
        added_seconds -> BigInt,
        total_seconds -> BigInt,
        letter -> Text,
        ordinal -> Integer,
        caused_by -> Nullable<Text>,
        endorsed_by -> Nullable<DbUuid>,
        sent_at -> Nullable<DbTime>,
        sent_by -> Nullable<Text>,
        unsent_at -> Nullable<DbTime>,
        result_at -> Nullable<DbTime>,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    proposals (dossier_id) {
        dossier_id -> DbUuid,
        agency -> Text,
        proposed_by -> DbUuid,
        proposed_at -> DbTime,
        from_at -> DbTime,
        to_at -> DbTime,
        asked_before -> DbTime,
        held_up_by -> Nullable<Text>,
        endorsed_by -> Nullable<DbUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::Bool;
    use crate::sql_types::{DbTime, DbUuid};
    breaches (dossier_id, appointment) {
        dossier_id -> DbUuid,
        appointment -> DbTime,
        at -> DbTime,
        second -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    breach_holders (dossier_id, appointment, step) {
        dossier_id -> DbUuid,
        appointment -> DbTime,
        step -> Text,
        visit -> Integer,
        agency -> Text,
        officer -> Nullable<DbUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    stops (dossier_id, ordinal) {
        dossier_id -> DbUuid,
        ordinal -> Integer,
        cause -> Text,
        from_at -> DbTime,
        to_at -> Nullable<DbTime>,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::sql_types::{DbTime, DbUuid};
    warnings (dossier_id, appointment, kind) {
        dossier_id -> DbUuid,
        appointment -> DbTime,
        kind -> Text,
        at -> DbTime,
    }
}
