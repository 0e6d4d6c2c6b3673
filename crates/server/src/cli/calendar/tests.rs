use super::*;
use serde_json::Value;
use std::collections::BTreeSet;
use time::Date;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

const ISO: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn config(code: &str) -> PathBuf {
    root().join("config/calendars").join(format!("{code}.toml"))
}

fn answers(code: &str, input: &str) -> Vec<String> {
    let mut output = Vec::new();
    check(&config(code), input.as_bytes(), &mut output).expect("the file is sound");
    String::from_utf8(output).expect("text").lines().map(str::to_owned).collect()
}

fn date(value: &Value) -> Date {
    Date::parse(value.as_str().expect("a text"), ISO).expect("a date")
}

/// The days off of a country's years, read elsewhere; none when the repository stands alone.
fn shared_days_off() -> Option<Value> {
    let text = fs::read_to_string(root().join("../shared/data/days_off_vn.json")).ok()?;
    Some(serde_json::from_str(&text).expect("JSON"))
}

#[test]
fn each_line_is_answered_with_what_the_calendar_makes_of_it() {
    let input = r#"{"accepted":"2026-11-20T08:15:00+07:00","time":{"amount":2,"unit":"working_days"}}
{"accepted":"2026-11-20T09:30:00Z","time":{"amount":8,"unit":"working_hours"},"new":"2026-11-25T09:10:00+07:00"}

{"accepted":"2026-11-20T16:30:00+07:00","time":{"amount":8,"unit":"working_hours"},"new":"2026-11-25T09:11:00+07:00"}
{"accepted":"2026-11-20T15:00:01+07:00","time":{"amount":0,"unit":"same_day"},"new":null}"#;
    assert_eq!(
        answers("khanh-hoa", input),
        [
            r#"{"due":"2026-11-25T17:30:00+07:00"}"#,
            r#"{"due":"2026-11-23T16:30:00+07:00","lawful_third":true}"#,
            r#"{"due":"2026-11-23T16:30:00+07:00","lawful_third":false}"#,
            r#"{"due":"2026-11-23T17:30:00+07:00"}"#,
        ]
    );
}

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_rest_go_on() {
    let good = r#"{"accepted":"2026-11-20T08:15:00+07:00","time":{"amount":1,"unit":"same_day"}}"#;
    let bad = [
        "not json",
        r#"{"accepted":"2026-11-20","time":{"amount":1,"unit":"same_day"}}"#,
        r#"{"accepted":"2026-11-20T08:15:00+07:00"}"#,
        r#"{"accepted":"2026-11-20T08:15:00+07:00","time":{"amount":1,"unit":"weeks"}}"#,
        r#"{"accepted":"2026-11-20T08:15:00+07:00","time":{"amount":99999,"unit":"months"}}"#,
        r#"{"accepted":"2026-11-20T08:15:00+07:00","time":{"amount":1,"unit":"months"},"old":1}"#,
        r#"{"accepted":"1026-11-20T08:15:00+07:00","time":{"amount":1,"unit":"months"}}"#,
    ];
    let given = answers("khanh-hoa", &format!("{}\n{good}\n", bad.join("\n")));
    for (line, given) in given.iter().take(bad.len()).enumerate() {
        let fault: Value = serde_json::from_str(given).expect("JSON");
        assert_eq!(fault["line"], line + 1, "{given}");
        assert!(fault["error"].as_str().is_some_and(|said| !said.contains("line 1")), "{given}");
    }
    assert_eq!(given.last().map(String::as_str), Some(r#"{"due":"2026-11-20T17:30:00+07:00"}"#));
    assert_eq!(given.len(), bad.len() + 1);
}

#[test]
fn bytes_that_are_no_text_are_a_bad_line_like_any_other() {
    let mut output = Vec::new();
    check(&config("viet-nam"), &b"\xff\xfe\n"[..], &mut output).expect("the file is sound");
    assert!(output.starts_with(br#"{"error":"#), "{output:?}");
}

#[test]
fn a_file_that_is_missing_is_named() {
    let said = load(&config("nowhere")).expect_err("missing").to_string();
    assert!(said.contains("nowhere.toml"), "{said}");
}

#[test]
fn the_calendar_of_viet_nam_has_the_days_off_and_exchanges_that_were_decided() {
    let Some(known) = shared_days_off() else {
        return skipped();
    };
    let decided = |list: &str| -> BTreeSet<Date> {
        let days = known[list].as_array().expect("a list").iter();
        days.filter(|day| day["status"] != "proposed").map(|day| date(&day["date"])).collect()
    };
    let calendar = load(&config("viet-nam")).expect("sound");
    let off = calendar.data().days_off.iter().flat_map(|off| {
        std::iter::successors(Some(off.from), |day| day.next_day()).take_while(|day| *day <= off.to)
    });
    assert_eq!(off.collect::<BTreeSet<_>>(), decided("days_off"));
    let worked: BTreeSet<Date> = calendar.data().days_worked.iter().map(|day| day.on).collect();
    assert_eq!(worked, decided("weekend_workdays"));
    assert_eq!(calendar.data().provisional, [2027]);
}

#[test]
fn the_due_dates_known_from_elsewhere_come_out_the_same() {
    let Some(known) = shared_days_off() else {
        return skipped();
    };
    let examples = known["due_examples"].as_array().expect("a list");
    let question = |example: &Value| {
        let received = example["received"].as_str().expect("a date");
        let unit = format!("{}s", example["unit"].as_str().expect("a unit"));
        format!(
            r#"{{"accepted":"{received}T09:00:00+07:00","time":{{"amount":{},"unit":"{unit}"}}}}"#,
            example["n"]
        )
    };
    let input: Vec<String> = examples.iter().map(question).collect();
    let given = answers("khanh-hoa", &input.join("\n"));
    assert_eq!(given.len(), examples.len());
    for (example, given) in examples.iter().zip(given) {
        let due = example["due"].as_str().expect("a date");
        assert_eq!(given, format!(r#"{{"due":"{due}T17:30:00+07:00"}}"#), "{example}");
    }
}

#[expect(clippy::print_stdout, reason = "a test that had nothing to compare with says so")]
fn skipped() {
    println!("../shared/data/days_off_vn.json is absent: nothing compared");
}
