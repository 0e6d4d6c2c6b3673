//! A calendar as its file, to be changed by hand and read back.

use calendar::{CalendarData, Session, formats};
use time::{Date, UtcOffset, Weekday};

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The text of a calendar's file: all of its days stand in it, whatever file they were taken from.
pub fn text(data: &CalendarData) -> String {
    let mut text = format!(
        "code = {}\nname = {}\nutc_offset = {}\nminutes_per_day = {}\n\n[sessions]\n",
        quoted(&data.code),
        quoted(&data.name),
        quoted(&offset(data.utc_offset)),
        data.minutes_per_day
    );
    let sessions = WEEK.iter().map(|day| (formats::weekday::key(*day), data.sessions_of(*day)));
    sessions.for_each(|(day, sessions)| line(&mut text, &format!("{day} = [{}]", listed(sessions))));
    for off in &data.days_off {
        let (from, to) = (date(off.from), date(off.to));
        line(&mut text, &format!("\n[[days_off]]\nfrom = {from}\nto = {to}\nname = {}", quoted(&off.name)));
    }
    for day in &data.days_worked {
        let (on, instead) = (date(day.on), quoted(formats::weekday::key(day.as_weekday)));
        line(
            &mut text,
            &format!("\n[[days_worked]]\non = {on}\nas = {instead}\nname = {}", quoted(&day.name)),
        );
    }
    data.provisional.iter().for_each(|year| line(&mut text, &format!("\n[[provisional]]\nyear = {year}")));
    text
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn listed(sessions: &[Session]) -> String {
    sessions.iter().map(|session| quoted(&session.to_string())).collect::<Vec<_>>().join(", ")
}

fn offset(offset: UtcOffset) -> String {
    let (hours, minutes, _) = offset.as_hms();
    let sign = if offset.is_negative() { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", hours.abs(), minutes.abs())
}

fn date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// As JSON quotes it, so does TOML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::calendar_file::read;

    #[test]
    fn what_is_written_is_read_back() {
        let file = r#"
            code = "mau"
            name = 'Giờ "mẫu" \ thử'
            utc_offset = "+07:00"
            minutes_per_day = 480
            days_off = [{ from = 2026-01-01, to = 2026-01-02, name = "Tết Dương lịch" }]
            days_worked = [{ on = 2026-01-10, as = "fri", name = "Làm bù" }]
            provisional = [{ year = 2027 }, { year = 2028 }]
            [sessions]
            mon = ["07:30-11:30", "13:30-17:30"]
            tue = []
            wed = []
            thu = []
            fri = ["08:00-09:00"]
            sat = []
            sun = []
        "#;
        let data = read(file, 3, &|_| None).expect("a calendar");
        assert_eq!(read(&text(&data), 3, &|_| None).expect("what was written"), data);
    }
}
