//! The tables of the catalogue.

diesel::table! {
    use diesel::sql_types::{Integer, Nullable, Text};
    use crate::sql_types::DbTime;
    calendars (code, version) {
        code -> Text,
        version -> Integer,
        body -> Text,
        at -> DbTime,
        recounted_at -> Nullable<DbTime>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    agencies (code) {
        code -> Text,
        name -> Text,
        parent -> Nullable<Text>,
        calendar -> Text,
        counter -> Nullable<Text>,
        address -> Nullable<Text>,
        hotline -> Nullable<Text>,
        place -> Nullable<Text>,
        sign -> Nullable<Text>,
        version -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::sql_types::DbTime;
    procedure_drafts (procedure) {
        procedure -> Text,
        name -> Text,
        body -> Text,
        lacks -> Text,
        at -> DbTime,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Text};
    use crate::sql_types::DbTime;
    procedure_versions (procedure, number) {
        procedure -> Text,
        number -> Integer,
        current -> Bool,
        name -> Text,
        name_folded -> Text,
        field -> Text,
        body -> Text,
        published_load -> BigInt,
        longest_load -> BigInt,
        legs_without_agency -> Integer,
        review_components -> Text,
        review_conditions -> Text,
        review_delegation -> Text,
        at -> DbTime,
    }
}
