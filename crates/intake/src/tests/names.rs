//! Names and codes that others know.

use super::*;
use crate::Ended;

const KINDS: [(ApplicantKind, &str, u8); 4] = [
    (ApplicantKind::Citizen, "citizen", 1),
    (ApplicantKind::Enterprise, "enterprise", 2),
    (ApplicantKind::StateAgency, "state_agency", 3),
    (ApplicantKind::Organisation, "organisation", 4),
];

#[test]
fn a_kind_of_applicant_has_one_name_in_the_api_and_in_the_database() {
    for (kind, name, _) in KINDS {
        assert_eq!(kind.as_str(), name);
        assert_eq!(serde_json::to_value(kind).expect("JSON"), name);
    }
}

#[test]
fn the_national_portal_numbers_the_kinds_of_applicants() {
    for (kind, _, code) in KINDS {
        assert_eq!(kind.national_code(), code, "{kind:?}");
    }
}

#[test]
fn what_ended_at_the_desk_is_at_a_stage_for_good() {
    assert_eq!(
        [Ended::Refused, Ended::Withdrawn, Ended::Closed].map(Ended::as_str),
        ["refused", "withdrawn", "closed"]
    );
}
