//! What an account must be.

use super::Wanted;
use crate::http::{InputError, Problem};
use crate::office::{Keeper, fault};
use kernel::{Role, UserId};
use notify::{Addressee, BadAddress, Wishes};
use store::{Store, accounts, catalogue};

/// The shortest password taken, in characters.
pub const SHORTEST_PASSWORD: usize = 10;

/// Everything that is wrong with what an account is to be.
///
/// # Errors
/// The database.
pub(super) fn faults(store: &Store, wanted: &Wanted) -> Result<Vec<InputError>, Problem> {
    let agencies = store.read(catalogue::all_agencies)?;
    let is_deputy = wanted.roles.contains(&Role::Deputy);
    let mut found = Vec::new();
    if wanted.name.trim().is_empty() {
        found.push(fault("/name", "missing", "Hãy nhập họ và tên.", "Give the person's name."));
    }
    if agencies.iter().all(|agency| agency.code != wanted.agency) {
        found.push(fault("/agency", "unknown", "Không có cơ quan này.", "There is no such agency."));
    }
    if wanted.roles.is_empty() {
        found.push(fault("/roles", "missing", "Hãy chọn ít nhất một vai trò.", "Choose a role at least."));
    }
    if !is_deputy && !wanted.fields.is_empty() {
        found.push(fault(
            "/fields",
            "not-a-deputy",
            "Chỉ giao lĩnh vực cho cấp phó: hãy chọn vai trò đó, hoặc bỏ các lĩnh vực.",
            "Fields are entrusted to deputies alone.",
        ));
    }
    found.extend(unreachable(&wanted.phone, &wanted.email));
    Ok(found)
}

/// What can't be sent to.
fn unreachable(phone: &str, email: &str) -> impl Iterator<Item = InputError> + use<> {
    let (_, bad) = Addressee::read("", phone, email, Wishes::default());
    bad.into_iter().map(|bad| match bad {
        BadAddress::Phone(_) => fault(
            "/phone",
            "invalid",
            "Đây không phải số di động Việt Nam (ví dụ 0905 123 456).",
            "This isn't a Vietnamese mobile number.",
        ),
        BadAddress::Email(_) => {
            fault("/email", "invalid", "Địa chỉ thư điện tử chưa đúng.", "This isn't an e-mail address.")
        }
    })
}

/// What is wrong with the name that a new account is to sign in with.
///
/// # Errors
/// The database.
pub(super) fn of_name(store: &Store, username: &str) -> Result<Vec<InputError>, Problem> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    if !(2..=64).contains(&username.len()) || !username.chars().all(is_plain) {
        return Ok(vec![fault(
            "/username",
            "invalid",
            "Tên đăng nhập gồm 2 đến 64 chữ thường không dấu, chữ số, dấu chấm hoặc gạch.",
            "2 to 64 lower-case letters, digits, dots, hyphens or underscores.",
        )]);
    }
    let taken = store.read(|db| accounts::by_username(db, username))?.is_some();
    let taken = taken.then(|| {
        fault("/username", "taken", "Tên đăng nhập này đã có người dùng.", "Somebody has this name already.")
    });
    Ok(taken.into_iter().collect())
}

/// What is wrong with a password.
pub(super) fn of_password(password: &str) -> Option<InputError> {
    let is_long_enough = password.chars().count() >= SHORTEST_PASSWORD;
    (!is_long_enough).then(|| {
        fault(
            "/password",
            "too-short",
            "Mật khẩu cần ít nhất 10 ký tự.",
            "A password of at least 10 characters is wanted.",
        )
    })
}

/// Administrators don't take their own office away: somebody else does.
pub(super) fn of_self(by: &Keeper, id: UserId, roles: &[Role]) -> Option<InputError> {
    let is_demoted = by.user == Some(id) && !roles.contains(&Role::Administrator);
    is_demoted.then(|| {
        fault(
            "/roles",
            "own-office",
            "Bạn không thể tự bỏ vai trò quản trị của mình; hãy nhờ quản trị viên khác.",
            "You can't give up your own office; ask another administrator.",
        )
    })
}

/// Administrators don't shut themselves out either.
pub(super) fn shut_out() -> Problem {
    Problem::input(
        "",
        "own-account",
        "Bạn không thể tự ngừng tài khoản của mình; hãy nhờ quản trị viên khác.",
        "You can't deactivate your own account; ask another administrator.",
    )
}
