//! What has been done about something, by whom, from what to what: also the way back from a mistake.

use crate::pages::words::moment;
use crate::printing::title;
use front::{Markup, Row, html, table};
use kernel::{Lang, Role};
use store::office::{Change, Done};
use time::UtcOffset;

/// How many deeds a page shows.
pub(super) const SHOWN: i64 = 50;

/// The deeds as a table, and what to do about a mistake.
pub(super) fn history(done: &[Done], offset: UtcOffset, undo: &[&str]) -> Markup {
    let rows: Vec<Row> = done.iter().map(|one| row(one, offset)).collect();
    html! {
        (table("Nhật ký quản trị", &["Lúc", "Người làm", "Việc", "Thay đổi"], &rows, "Chưa có việc nào được ghi."))
        @if !undo.is_empty() {
            h2 { "Nếu làm nhầm" }
            ul { @for sentence in undo { li { (sentence) } } }
        }
    }
}

fn row(done: &Done, offset: UtcOffset) -> Row {
    Row::of([
        html! { (moment(done.at.to_offset(offset), Lang::Vi)) },
        html! { (done.by.as_deref().unwrap_or("Dòng lệnh của máy chủ")) },
        html! { (deed(&done.deed)) },
        html! { @for change in &done.changes { div { (told(change)) } } },
    ])
}

fn deed(deed: &str) -> &str {
    match deed {
        "added" => "Thêm",
        "changed" => "Sửa",
        "deactivated" => "Ngừng hoạt động",
        "activated" => "Cho hoạt động lại",
        "password" => "Đặt mật khẩu mới",
        "taken-in" => "Nhận phiên bản mới",
        "published" => "Công bố",
        "left-draft" => "Để ở bản nháp",
        other => other,
    }
}

fn told(change: &Change) -> String {
    let (what, said) = (name_of(&change.what), |text: &str| value(&change.what, text));
    match (change.from.as_str(), change.to.as_str()) {
        ("", "") => format!("{what}: đã đổi (không ghi lại nội dung)"),
        ("", to) => format!("{what}: {}", said(to)),
        (from, "") => format!("{what}: bỏ “{}”", said(from)),
        (from, to) => format!("{what}: “{}” → “{}”", said(from), said(to)),
    }
}

fn name_of(what: &str) -> &str {
    match what {
        "username" => "Tên đăng nhập",
        "name" => "Tên",
        "agency" => "Cơ quan",
        "roles" => "Vai trò",
        "fields" => "Lĩnh vực được giao",
        "position" => "Chức vụ",
        "phone" => "Điện thoại",
        "email" => "Thư điện tử",
        "parent" => "Cơ quan cấp trên",
        "calendar" => "Lịch làm việc",
        "counter" => "Bộ phận một cửa",
        "address" => "Địa chỉ",
        "hotline" => "Đường dây nóng",
        "place" => "Địa danh",
        "sign" => "Ký hiệu",
        "version" => "Phiên bản",
        "touched" => "Số lịch hẹn tính lại",
        "lacks" => "Còn thiếu",
        other => other,
    }
}

fn value(what: &str, text: &str) -> String {
    let word = |line: &str| match what {
        "roles" => line.parse::<Role>().map_or_else(|_| line.to_owned(), |role| title(role).to_owned()),
        _ => line.to_owned(),
    };
    text.lines().map(word).collect::<Vec<_>>().join(", ")
}
