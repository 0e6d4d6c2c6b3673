//! Where one can go from a page: what the roles of an account are there for.

use super::visit::Visit;
use front::Link;
use kernel::{Role, Staff};

/// A place, and who has business there.
type Place = (&'static str, &'static str, &'static [Role]);

const PLACES: [Place; 7] = [
    ("/quay", "Quầy tiếp nhận", &[Role::Clerk]),
    ("/ban-lam-viec", "Bàn làm việc", &[Role::Clerk, Role::Officer, Role::Leader, Role::Head, Role::Deputy]),
    ("/duyet", "Chờ duyệt", &[Role::Head, Role::Deputy]),
    (
        "/lam-viec/ho-so",
        "Hồ sơ",
        &[Role::Clerk, Role::Officer, Role::Leader, Role::Head, Role::Deputy, Role::Supervisor],
    ),
    ("/tre-han", "Trễ hạn", &[Role::Leader, Role::Head, Role::Deputy]),
    ("/phan-anh-cho-tra-loi", "Phản ánh", &[Role::Clerk, Role::Leader, Role::Head, Role::Deputy]),
    ("/quan-tri", "Quản trị", &[Role::Administrator]),
];

/// The places of whoever is signed in; none for anyone else.
pub(super) fn places(visit: &Visit) -> Vec<Link> {
    let Some(staff) = visit.staff() else { return Vec::new() };
    let theirs = PLACES.iter().filter(|(_, _, roles)| roles.iter().any(|role| staff.is(*role)));
    let path = visit.path.split('?').next().unwrap_or_default();
    theirs.map(|(to, text, _)| Link { is_here: path == *to, ..Link::new(*to, *text) }).collect()
}

/// Whether this is the address of an office's page, which only staff open.
pub(super) fn is_of_an_office(path: &str) -> bool {
    PLACES.iter().any(|(to, ..)| path.starts_with(to)) || path.starts_with("/lam-viec/")
}

/// Where somebody begins who has just signed in.
pub(super) fn first(staff: &Staff) -> &'static str {
    let theirs = PLACES.iter().find(|(_, _, roles)| roles.iter().any(|role| staff.is(*role)));
    // A head has one minute: what waits for the signature comes first.
    let signs = staff.is(Role::Head) || staff.is(Role::Deputy);
    if signs { "/duyet" } else { theirs.map_or("/", |(to, ..)| to) }
}
