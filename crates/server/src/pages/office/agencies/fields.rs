//! The fields of an agency's form.

use crate::app::App;
use crate::http::Problem;
use catalog::Agency;
use front::{Choice, Field, Form, Markup, Typed, html};
use store::catalogue;

/// What there is to choose from.
pub(super) struct Choices {
    above: Vec<Choice>,
    calendars: Vec<Choice>,
}

impl Choices {
    /// The agencies and calendars there are.
    ///
    /// # Errors
    /// The database.
    pub(super) fn read(app: &App) -> Result<Self, Problem> {
        let agencies = app.store.read(catalogue::all_agencies)?;
        let calendars = app.store.read(catalogue::newest_calendars)?;
        let named = |name: &str, code: &str| Choice::new(code, format!("{name} ({code})"));
        let above = agencies.iter().map(|agency| named(&agency.name, agency.code.as_str()));
        let none = Choice::new("", "Không có: đứng đầu");
        Ok(Self {
            above: std::iter::once(none).chain(above).collect(),
            calendars: std::iter::once(Choice::new("", "Chọn lịch"))
                .chain(calendars.iter().map(|one| named(&one.name, &one.code)))
                .collect(),
        })
    }
}

/// What an agency is now, as it stands in its form.
pub(super) fn typed(agency: &Agency) -> Typed {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    Typed::default()
        .with("/name", agency.name.clone())
        .with("/parent", agency.parent.as_ref().map(ToString::to_string).unwrap_or_default())
        .with("/calendar", agency.calendar.clone())
        .with("/counter", said(&agency.counter))
        .with("/address", said(&agency.address))
        .with("/hotline", said(&agency.hotline))
        .with("/place", said(&agency.place))
        .with("/sign", said(&agency.sign))
}

/// The fields, for a new agency and for one that is changed.
pub(super) fn of(form: &Form, choices: &Choices) -> Markup {
    html! {
        (Field::new(form, "/name", "Tên cơ quan").max(200).line())
        (Field::new(form, "/parent", "Cơ quan cấp trên").select(&choices.above))
        (Field::new(form, "/calendar", "Lịch làm việc").hint("Đổi lịch thì các lịch hẹn đang mở được tính lại: chỉ muộn hơn, không sớm hơn.").select(&choices.calendars))
        (Field::new(form, "/counter", "Bộ phận một cửa").hint("Để trống nếu cơ quan chỉ xử lý, không tiếp nhận.").max(200).line())
        (Field::new(form, "/address", "Địa chỉ bộ phận một cửa").max(500).line())
        (Field::new(form, "/hotline", "Đường dây nóng").hint("Công khai cho người dân.").max(64).phone())
        (Field::new(form, "/place", "Địa danh trên văn bản").hint("Ví dụ: Nha Trang. Để trống thì lấy của cơ quan cấp trên.").max(200).line())
        (Field::new(form, "/sign", "Ký hiệu sau số văn bản").hint("Ví dụ: SXD. Có thể để trống.").max(32).line())
    }
}
