//! Who answers for an agency.

use kernel::{Actor, AgencyCode, Role, UserId, Violation};

/// The roles that answer an agency's hotline.
pub const HOTLINE: [Role; 4] = [Role::Clerk, Role::Leader, Role::Head, Role::Deputy];

/// The account, if it may answer what was raised with `agency`.
///
/// # Errors
/// `right-desk` (3.b¶2) for anybody else.
pub fn may_answer(actor: &Actor, agency: &AgencyCode) -> Result<UserId, Violation> {
    let role = HOTLINE.into_iter().find(|role| actor.is_at(*role, agency));
    actor.acting_as(role.unwrap_or(Role::Clerk), agency)
}
