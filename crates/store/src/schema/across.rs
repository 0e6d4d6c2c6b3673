//! The tables of dossiers that several agencies work on.

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    needs (dossier_id, gathering, agency) {
        dossier_id -> DbUuid,
        gathering -> Integer,
        agency -> Text,
        asked_at -> DbTime,
        heard_until -> DbTime,
        state -> Text,
        stated_at -> Nullable<DbTime>,
        stated_by -> Nullable<DbUuid>,
        items -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    papers (dossier_id, leg) {
        dossier_id -> DbUuid,
        leg -> Text,
        result -> Text,
        number -> Text,
        recorded_at -> DbTime,
        recorded_by -> DbUuid,
        returned_at -> Nullable<DbTime>,
    }
}

diesel::table! {
    use diesel::sql_types::{Bool, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    consultations (dossier_id, number) {
        dossier_id -> DbUuid,
        number -> Integer,
        asking -> Text,
        asked -> Text,
        at -> DbTime,
        due -> DbTime,
        answered_at -> Nullable<DbTime>,
        unanswered -> Bool,
    }
}
