//! Those who sit before the pages, and what they do everywhere.

use files::{Kind, samples};
use kernel::Role;
use std::path::PathBuf;
use tempfile::TempDir;
use testkit::app::{PASSWORD, TestApp, username};
use testkit::browser::{Browser, View};

/// The certificate of marital status, as people read it.
pub(super) const CERTIFICATE: &str = "Cấp Giấy xác nhận tình trạng hôn nhân";
/// The one paper that it always asks for.
pub(super) const FORM: &str = "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân";
/// The ward that receives it, as people read it.
pub(super) const WARD_NAME: &str = "Ủy ban nhân dân phường Hải Đăng";
/// The case of a first certificate.
pub(super) const FIRST: &str = "Cấp lần đầu";

/// Somebody with this role, signed in.
pub(super) fn signed_in(app: &TestApp, role: Role, agency: &str, view: View) -> Browser {
    let browser = Browser::open(app.url(), view);
    browser.goto("/dang-nhap");
    browser.fill("Tên đăng nhập", &username(role, agency));
    browser.fill("Mật khẩu", PASSWORD);
    browser.press("Đăng nhập");
    browser.effort_anew();
    browser
}

/// Nothing is wrong with the page that is open; a picture of it is kept where pictures are wanted.
#[track_caller]
pub(super) fn sound(browser: &Browser, name: &str, view: View) {
    browser.screenshot(&format!("{name}-{view}"));
    assert_eq!(browser.faults(), Vec::<String>::new(), "{name} on {view}, at {}", browser.path());
}

/// A file to be handed in.
pub(super) struct ToHandIn {
    _folder: TempDir,
    /// Where it lies.
    pub(super) file: PathBuf,
}

/// A scan on the disk of whoever hands it in.
pub(super) fn scan() -> ToHandIn {
    file("tờ khai.pdf", &samples::of(Kind::Pdf))
}

/// A file on the disk of whoever hands it in.
pub(super) fn file(name: &str, bytes: &[u8]) -> ToHandIn {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).expect("a file");
    ToHandIn { _folder: folder, file }
}
