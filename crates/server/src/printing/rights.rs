//! Who may hold which letter in their hands.

use kernel::{AgencyCode, Role, Staff};
use letters::Kind;

/// Whether this member of staff, who may see the dossier, may read a letter of it. The receipt bears the secret: only a clerk
/// of the counter that hands it out may. The control sheet shows all desks: only who works at the receiving agency may.
/// Supervisors and administrators read no letters: they bear names.
pub fn may_read(kind: Kind, staff: &Staff, receiving: &AgencyCode) -> bool {
    let at_home = staff.agency == *receiving;
    match kind {
        Kind::Receipt => at_home && staff.is(Role::Clerk),
        Kind::ControlSheet => at_home && staff.is_at_work(),
        _ => staff.is_at_work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::UserId;
    use uuid::Uuid;

    fn staff(agency: &str, role: Role) -> Staff {
        let agency = agency.parse().expect("an agency's code");
        Staff { user: UserId(Uuid::nil()), agency, roles: vec![role], fields: vec![] }
    }

    #[test]
    fn what_bears_the_secret_is_the_counters_alone() {
        let home: AgencyCode = "H32.1".parse().expect("an agency's code");
        let readers = |kind, agency: &str| -> Vec<&str> {
            let may = |role: &Role| may_read(kind, &staff(agency, *role), &home);
            Role::ALL.into_iter().filter(may).map(Role::as_str).collect()
        };
        assert_eq!(readers(Kind::Receipt, "H32.1"), ["clerk"]);
        assert_eq!(readers(Kind::Receipt, "H32.2"), [""; 0]);
        assert_eq!(readers(Kind::ControlSheet, "H32.2"), [""; 0]);
        assert_eq!(readers(Kind::ControlSheet, "H32.1"), ["clerk", "officer", "leader", "head", "deputy"]);
        assert_eq!(readers(Kind::Apology, "H32.2"), ["clerk", "officer", "leader", "head", "deputy"]);
    }
}
