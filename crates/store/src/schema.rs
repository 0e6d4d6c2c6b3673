//! The tables, as diesel knows them: the same on both databases.

mod accounts;
mod across;
mod catalogue;
mod drafted;
mod filed;
mod in_time;
mod issued;
mod raised;
mod told;

pub(crate) use accounts::{office_log, refresh_tokens, sessions, user_fields, user_roles, users};
pub(crate) use across::{consultations, needs, papers};
pub(crate) use catalogue::{agencies, calendars, procedure_drafts, procedure_versions};
pub(crate) use drafted::drafts;
pub(crate) use filed::files;
pub(crate) use in_time::{
    breach_holders, breaches, letters, proposals, requests, reschedules, stops, warnings,
};
pub(crate) use issued::{issued_letters, letter_numbers};
pub(crate) use raised::{feedback, feedback_people};
pub(crate) use told::notices;

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    events (dossier_id, seq) {
        dossier_id -> DbUuid,
        seq -> BigInt,
        kind -> Text,
        version -> Integer,
        at -> DbTime,
        actor -> Text,
        user_id -> Nullable<DbUuid>,
        payload -> Text,
        prev_hash -> Binary,
        hash -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::sql_types::DbUuid;
    people (id) {
        id -> DbUuid,
        dossier_id -> DbUuid,
        part -> Text,
        kind -> Nullable<Text>,
        name -> Text,
        name_folded -> Text,
        identity -> Text,
        phone -> Text,
        email -> Text,
        address -> Text,
        request -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    dossiers (id) {
        id -> DbUuid,
        seq -> BigInt,
        head_hash -> Binary,
        code -> Nullable<Text>,
        stage -> Text,
        agency -> Text,
        procedure -> Text,
        procedure_version -> Integer,
        case_code -> Text,
        channel -> Text,
        applicant -> DbUuid,
        faults -> Integer,
        submitted_at -> DbTime,
        accepted_at -> Nullable<DbTime>,
        first_appointment -> Nullable<DbTime>,
        appointment -> Nullable<DbTime>,
        overdue_after -> Nullable<DbTime>,
        provisional -> Bool,
        refusal_ground -> Nullable<Text>,
        result -> Nullable<Text>,
        finished_at -> Nullable<DbTime>,
        returned_at -> Nullable<DbTime>,
        rating -> Nullable<Integer>,
        waiting -> Nullable<Text>,
        close_after -> Nullable<DbTime>,
        breached_at -> Nullable<DbTime>,
        rescheduled_at -> Nullable<DbTime>,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::sql_types::DbUuid;
    dossier_agencies (agency, dossier_id) {
        agency -> Text,
        dossier_id -> DbUuid,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    step_turns (dossier_id, step, visit) {
        dossier_id -> DbUuid,
        step -> Text,
        visit -> Integer,
        leg -> Text,
        agency -> Text,
        role -> Text,
        officer -> Nullable<DbUuid>,
        given_minutes -> BigInt,
        opened_at -> DbTime,
        due -> DbTime,
        ended_at -> Nullable<DbTime>,
        used_minutes -> Nullable<BigInt>,
        ended -> Nullable<Text>,
        ended_by -> Nullable<DbUuid>,
    }
}

diesel::table! {
    counters (agency, day) {
        agency -> Text,
        day -> Text,
        last -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Text};
    use crate::sql_types::{DbTime, DbUuid};
    commands (caller, key) {
        caller -> Text,
        key -> Text,
        body_hash -> Binary,
        dossier_id -> DbUuid,
        seq -> BigInt,
        at -> DbTime,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use crate::sql_types::{DbTime, DbUuid};
    outbox (id) {
        id -> DbUuid,
        dossier_id -> DbUuid,
        seq -> BigInt,
        topic -> Text,
        state -> Text,
        attempts -> Integer,
        locked_by -> Nullable<Text>,
        available_at -> DbTime,
    }
}

diesel::joinable!(user_roles -> users (user_id));
diesel::joinable!(office_log -> users (user_id));
diesel::joinable!(refresh_tokens -> sessions (family));
diesel::joinable!(dossier_agencies -> dossiers (dossier_id));
diesel::allow_tables_to_appear_in_same_query!(users, user_roles);
diesel::allow_tables_to_appear_in_same_query!(users, events);
diesel::allow_tables_to_appear_in_same_query!(users, office_log);
diesel::allow_tables_to_appear_in_same_query!(users, step_turns);
diesel::allow_tables_to_appear_in_same_query!(users, dossiers);
diesel::allow_tables_to_appear_in_same_query!(sessions, refresh_tokens);
diesel::joinable!(proposals -> dossiers (dossier_id));
diesel::joinable!(consultations -> dossiers (dossier_id));
diesel::allow_tables_to_appear_in_same_query!(
    dossiers,
    dossier_agencies,
    step_turns,
    people,
    needs,
    consultations
);
diesel::allow_tables_to_appear_in_same_query!(dossiers, proposals, procedure_versions);
diesel::allow_tables_to_appear_in_same_query!(dossiers, breaches);
diesel::allow_tables_to_appear_in_same_query!(dossiers, warnings);
diesel::joinable!(reschedules -> dossiers (dossier_id));
diesel::allow_tables_to_appear_in_same_query!(dossiers, reschedules);
diesel::joinable!(notices -> dossiers (dossier_id));
diesel::allow_tables_to_appear_in_same_query!(dossiers, notices);
diesel::joinable!(notices -> outbox (outbox_id));
diesel::allow_tables_to_appear_in_same_query!(notices, outbox);
