//! Who acts.

use crate::{AgencyCode, UserId, Violation};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a member of staff is there for (domain: People).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Công chức Bộ phận một cửa: receives, guides, accepts or refuses, returns.
    Clerk,
    /// Công chức thụ lý: works a step.
    Officer,
    /// Lãnh đạo phòng: assigns, reviews.
    Leader,
    /// Lãnh đạo cơ quan: signs results, answers for the agency.
    Head,
    /// Cấp phó: the head in the field entrusted to them.
    Deputy,
    /// Sở Nội vụ, UBND: reads across agencies, changes no dossier.
    Supervisor,
    /// Quản trị: agencies, users, procedures, calendars.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 7] = [
        Role::Clerk,
        Role::Officer,
        Role::Leader,
        Role::Head,
        Role::Deputy,
        Role::Supervisor,
        Role::Administrator,
    ];

    /// The roles that work on an agency's dossiers.
    pub const AT_WORK: [Role; 5] = [Role::Clerk, Role::Officer, Role::Leader, Role::Head, Role::Deputy];

    /// The role's name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Clerk => "clerk",
            Role::Officer => "officer",
            Role::Leader => "leader",
            Role::Head => "head",
            Role::Deputy => "deputy",
            Role::Supervisor => "supervisor",
            Role::Administrator => "administrator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Role::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| format!("`{text}` is not a role"))
    }
}

/// A signed-in member of staff: an account, its agency and its roles there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// The account.
    pub user: UserId,
    /// The agency it belongs to.
    pub agency: AgencyCode,
    /// What it may act as, at that agency.
    pub roles: Vec<Role>,
    /// The fields entrusted to it, as a deputy (3.đ).
    pub fields: Vec<String>,
}

impl Staff {
    /// Whether this account has `role`.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether this account works on its agency's dossiers.
    pub fn is_at_work(&self) -> bool {
        Role::AT_WORK.into_iter().any(|role| self.is(role))
    }

    /// Whether procedures of `field` are entrusted to this account.
    pub fn is_entrusted(&self, field: &str) -> bool {
        self.fields.iter().any(|entrusted| entrusted == field)
    }

    /// Whether this account has `role` at `agency`.
    pub fn is_at(&self, role: Role, agency: &AgencyCode) -> bool {
        self.agency == *agency && self.is(role)
    }
}

/// Who does something to a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A member of staff.
    Staff(Staff),
    /// The applicant: whoever submits online, afterwards whoever holds the dossier's secret.
    Applicant,
    /// The system itself: timed work.
    System,
}

impl Actor {
    /// The member of staff, if it is one.
    pub fn staff(&self) -> Option<&Staff> {
        match self {
            Actor::Staff(staff) => Some(staff),
            Actor::Applicant | Actor::System => None,
        }
    }

    /// The account, if it is one.
    pub fn user(&self) -> Option<UserId> {
        self.staff().map(|staff| staff.user)
    }

    /// The account, if it has `role` at `agency`.
    ///
    /// # Errors
    /// `right-desk` (3.b¶2) for anybody else.
    pub fn acting_as(&self, role: Role, agency: &AgencyCode) -> Result<UserId, Violation> {
        let staff = self.staff().filter(|staff| staff.is_at(role, agency));
        staff.map(|staff| staff.user).ok_or_else(|| Violation::wrong_desk(role, agency))
    }

    /// Whether this is a member of staff with `role` at `agency`.
    pub fn is_at(&self, role: Role, agency: &AgencyCode) -> bool {
        self.staff().is_some_and(|staff| staff.is_at(role, agency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_back_by_its_name() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert!("chief".parse::<Role>().is_err());
    }

    #[test]
    fn a_role_counts_only_at_ones_own_agency() {
        let here: AgencyCode = "H32.1".parse().expect("valid");
        let there: AgencyCode = "H32.2".parse().expect("valid");
        let staff = Staff {
            user: UserId(uuid::Uuid::nil()),
            agency: here.clone(),
            roles: vec![Role::Clerk],
            fields: vec![],
        };
        assert!(staff.is_at(Role::Clerk, &here));
        assert!(!staff.is_at(Role::Clerk, &there));
        assert!(!Actor::Applicant.is_at(Role::Clerk, &here));
    }
}
