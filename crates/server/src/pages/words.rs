//! Words that several pages say.

use calendar::{Calendar, english_moment, vietnamese_moment};
use catalog::{Channel, Form};
use dossier::Stage;
use front::{Choice, Markup, Tone, html, tag};
use kernel::{Fact, Lang, Role, Said, Violation, grouped};
use time::{Duration, OffsetDateTime};

/// A moment, as it is read.
pub(super) fn moment(at: OffsetDateTime, lang: Lang) -> String {
    match lang {
        Lang::Vi => vietnamese_moment(at),
        Lang::En => english_moment(at),
    }
}

/// A moment as a form's field takes it.
pub(super) fn field_moment(at: OffsetDateTime) -> String {
    let (date, time) = (at.date(), at.time());
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.year(),
        u8::from(date.month()),
        date.day(),
        time.hour(),
        time.minute()
    )
}

/// The time that is left, or by which it is over, in its two largest units.
pub(super) fn left(left: Duration, lang: Lang) -> String {
    let say = |vi: &str, en: &str| if lang == Lang::Vi { vi.to_owned() } else { en.to_owned() };
    let (days, hours, minutes) =
        (left.whole_days().abs(), left.whole_hours().abs() % 24, left.whole_minutes().abs() % 60);
    let told = match (days, hours) {
        (0, 0) => say(&format!("{minutes} phút"), &format!("{minutes} min")),
        (0, _) => say(&format!("{hours} giờ {minutes} phút"), &format!("{hours} h {minutes} min")),
        (_, 0) => say(&format!("{days} ngày"), &format!("{days} d")),
        (..) => say(&format!("{days} ngày {hours} giờ"), &format!("{days} d {hours} h")),
    };
    if left.is_negative() {
        say(&format!("quá {told}"), &format!("{told} over"))
    } else {
        say(&format!("còn {told}"), &format!("{told} left"))
    }
}

/// The same as a tag: the less is left, the more pressing.
pub(super) fn left_tag(remaining: Duration, lang: Lang) -> Markup {
    let tone = match remaining {
        over if over.is_negative() => Tone::Bad,
        short if short < Duration::days(1) => Tone::Warn,
        _ => Tone::Plain,
    };
    tag(tone, &left(remaining, lang))
}

/// Working minutes, as hours and minutes.
pub(super) fn working(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} phút làm việc"),
        (hours, 0) => format!("{hours} giờ làm việc"),
        (hours, minutes) => format!("{hours} giờ {minutes} phút làm việc"),
    }
}

/// What a role is called.
pub(super) fn role(role: Role) -> &'static str {
    crate::printing::title(role)
}

/// How much working time is left until then; by how much it is over, otherwise.
pub(super) fn work_left(calendar: &Calendar, now: OffsetDateTime, at: OffsetDateTime) -> Markup {
    match calendar.working_minutes(now, at) {
        Ok(minutes) if at > now => {
            let tone =
                if minutes < i64::from(calendar.data().minutes_per_day) { Tone::Warn } else { Tone::Plain };
            tag(tone, &format!("còn {}", working(minutes)))
        }
        _ => left_tag(at - now, Lang::Vi),
    }
}

/// How a dossier stands to its appointment: the time that is left while it is in work, and nothing once that is over. Nobody is late
/// on a day that isn't over (`is_over`), nor while the clock stands.
pub(super) fn time_left(
    stage: Stage,
    calendar: &Calendar,
    now: OffsetDateTime,
    at: OffsetDateTime,
    is_over: bool,
) -> Markup {
    match stage {
        stage if stage.is_in_work() && (is_over || at > now) => work_left(calendar, now, at),
        stage if stage.is_in_work() => tag(Tone::Warn, "hết giờ hẹn, còn trong ngày"),
        Stage::AwaitingSupplement | Stage::AwaitingPayment => tag(Tone::Plain, "tạm dừng tính thời gian"),
        _ => html! {},
    }
}

/// How it came in, or the result goes out.
pub(super) fn channel(channel: Channel) -> Said {
    match channel {
        Channel::Counter => {
            Said { vi: "Trực tiếp tại bộ phận một cửa", en: "In person at the counter" }
        }
        Channel::Online => Said { vi: "Trực tuyến", en: "Online" },
        Channel::Post => Said { vi: "Dịch vụ bưu chính công ích", en: "By public post" },
    }
}

/// Who may apply.
pub(super) fn applicant_kinds(lang: Lang) -> [Choice; 4] {
    let kind = |value, vi, en| Choice::new(value, Said { vi, en }.to(lang));
    [
        kind("citizen", "Cá nhân", "A citizen"),
        kind("enterprise", "Doanh nghiệp", "An enterprise"),
        kind("state_agency", "Cơ quan nhà nước", "A state agency"),
        kind("organisation", "Tổ chức khác", "Another organisation"),
    ]
}

/// A sum of money.
pub(super) fn sum(amount: u64, lang: Lang) -> String {
    format!("{} {}", grouped(amount, '.'), Said { vi: "đồng", en: "dong" }.to(lang))
}

/// The form of a document.
pub(super) fn form(form: Form, lang: Lang) -> &'static str {
    match (lang, form) {
        (Lang::Vi, form) => form.vietnamese(),
        (Lang::En, Form::Original) => "original",
        (Lang::En, Form::CertifiedCopy) => "certified copy",
        (Lang::En, Form::CopyWithOriginal) => "copy, with the original to compare",
    }
}

/// The facts behind a decision that help to do it right.
pub(super) fn facts(violation: &Violation, lang: Lang) -> Vec<String> {
    let known = violation.facts.iter().filter_map(|(name, fact)| {
        let name = fact_name(name)?.to(lang);
        Some(match fact.clone().to(lang) {
            Fact::Moment(at) => format!("{name}: {}", moment(at, lang)),
            Fact::Count(count) => format!("{name}: {count}"),
            Fact::Text(text) => format!("{name}: {}", value(&text, lang)),
            Fact::List(all) => {
                let all: Vec<&str> = all.iter().map(|word| value(word, lang)).collect();
                format!("{name}: {}", all.join("; "))
            }
            Fact::Sentences { .. } => return None,
        })
    });
    known.collect()
}

/// Words of a fact that aren't codes of the catalogue.
fn value(word: &str, lang: Lang) -> &str {
    let (vi, en) = match word {
        "name" => ("họ tên người phản ánh", "who asked"),
        "phone" => ("số điện thoại", "a phone number"),
        "email" => ("thư điện tử", "an e-mail address"),
        "published_question" => ("nội dung phản ánh để công khai", "the question as it is published"),
        "reason" => ("lý do", "a reason"),
        "apology" => ("nội dung phiếu xin lỗi", "the letter's text"),
        "explanation" => ("giải thích bằng văn bản", "an explanation in writing"),
        "nothing" => ("chưa nêu điểm nào", "nothing is named"),
        "items" => ("nội dung cần bổ sung", "what is to be brought"),
        "component" => ("thành phần hồ sơ", "a component"),
        "answer" => ("nội dung trả lời", "the answer"),
        other => return other,
    };
    Said { vi, en }.to(lang)
}

fn fact_name(name: &str) -> Option<Said> {
    let (vi, en) = match name {
        "latest_lawful" => ("Muộn nhất theo quy định", "The latest that is lawful"),
        "asked_before" | "asked_before_at" => ("Phải làm trước lúc", "To be done before"),
        "appointment" => ("Ngày hẹn hiện tại", "The present appointment"),
        "explained" => ("Cách tính", "How it is counted"),
        "unexplained" => ("Cần ghi rõ phải làm gì", "It isn't said what is to be done about"),
        "left_out" => ("Không được nêu trong phiếu hướng dẫn", "Not named when guidance was given"),
        "expected" => ("Ngày dự kiến đã ghi", "The day that was given"),
        "names" => ("Nội dung công khai còn nêu", "What is published still tells"),
        "lacking" => ("Còn thiếu", "Still missing"),
        _ => return None,
    };
    Some(Said { vi, en })
}

/// Text of several lines, as it was written.
pub(super) fn prose(text: &str) -> Markup {
    html! { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
}
