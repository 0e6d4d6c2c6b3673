//! The fields of an account's form.

use crate::app::App;
use crate::http::Problem;
use crate::printing::title;
use front::{Choice, Field, Form, Markup, Typed, html};
use kernel::Role;
use store::accounts::Kept;
use store::catalogue;

/// What there is to choose from.
pub(super) struct Choices {
    agencies: Vec<Choice>,
    fields: Vec<Choice>,
}

impl Choices {
    /// The agencies, and the fields of published procedures together with those that somebody has already.
    ///
    /// # Errors
    /// The database.
    pub(super) fn read(app: &App, entrusted: &[String]) -> Result<Self, Problem> {
        let mut fields = app.store.read(catalogue::fields)?;
        let others: Vec<String> = entrusted.iter().filter(|field| !fields.contains(field)).cloned().collect();
        fields.extend(others);
        let fields = fields.into_iter().map(|field| Choice::new(field.clone(), field)).collect();
        let agencies = std::iter::once(Choice::new("", "Chọn cơ quan")).chain(agencies(app)?).collect();
        Ok(Self { agencies, fields })
    }
}

/// The agencies, as they are chosen.
pub(super) fn agencies(app: &App) -> Result<Vec<Choice>, Problem> {
    let newest = app.directory.newest()?;
    Ok(newest
        .agencies
        .iter()
        .map(|one| Choice::new(one.code.as_str(), format!("{} ({})", one.name, one.code)))
        .collect())
}

/// What an account is now, as it stands in its form.
pub(super) fn typed(kept: &Kept) -> Typed {
    let (account, contact) = (&kept.account, &kept.contact);
    let typed = Typed::default()
        .with("/name", account.name.clone())
        .with("/agency", account.agency.as_str())
        .with("/position", contact.position.clone())
        .with("/phone", contact.phone.clone())
        .with("/email", contact.email.clone());
    let typed = account.roles.iter().fold(typed, |typed, role| typed.with("/roles", role.as_str()));
    account.fields.iter().fold(typed, |typed, field| typed.with("/fields", field.clone()))
}

/// The fields, for a new account and for one that is changed.
pub(super) fn of(form: &Form, choices: &Choices) -> Markup {
    let roles = Role::ALL
        .map(|role| Choice { hint: Some(does(role).to_owned()), ..Choice::new(role.as_str(), title(role)) });
    html! {
        (Field::new(form, "/name", "Họ và tên").max(200).line())
        (Field::new(form, "/agency", "Cơ quan").select(&choices.agencies))
        (Field::new(form, "/roles", "Vai trò").hint("Một người có thể có nhiều vai trò.").checks(&roles))
        (Field::new(form, "/fields", "Lĩnh vực được giao").hint("Chỉ cho cấp phó: trong các lĩnh vực này được duyệt thay người đứng đầu.").checks(&choices.fields))
        (Field::new(form, "/position", "Chức vụ ghi dưới chữ ký").hint("Ví dụ: Chủ tịch Ủy ban nhân dân phường. Để trống thì ghi tên vai trò.").max(200).line())
        (Field::new(form, "/phone", "Điện thoại di động").hint("Để nhận tin nhắn về hồ sơ. Có thể để trống.").max(32).phone())
        (Field::new(form, "/email", "Thư điện tử").hint("Có thể để trống.").max(254).email())
    }
}

/// What somebody with a role does.
fn does(role: Role) -> &'static str {
    match role {
        Role::Clerk => "Tiếp nhận, hướng dẫn, trả kết quả tại quầy",
        Role::Officer => "Thụ lý các bước được giao",
        Role::Leader => "Phân công và soát xét",
        Role::Head => "Ký kết quả, duyệt hẹn lại, chịu trách nhiệm cho cơ quan",
        Role::Deputy => "Như người đứng đầu, trong lĩnh vực được giao",
        Role::Supervisor => "Xem hồ sơ của mọi cơ quan, không thay đổi gì",
        Role::Administrator => "Tài khoản, cơ quan, lịch, thủ tục; không xem hồ sơ",
    }
}
