//! The dates of the legs and of the whole, against dates counted by hand: 24 November is off; ward and police work on
//! Saturday mornings (a day of its own for a term in days, half of one for a share in minutes), the others don't.

use super::{SideBySide, dossier};
use serde_json::Value;
use testkit::app::{BUNDLE, COMMUNE, Client, Submission, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

/// Leg, from, due, done, and whether it decides when the whole is done; moments without year, seconds and offset.
type Row = (String, String, String, String, bool);

fn rows(dossier: &Value) -> Vec<Row> {
    let legs = dossier["legs"].as_array().unwrap().iter();
    legs.map(|leg| {
        let moment = |name: &str| leg[name].as_str().map_or_else(String::new, short);
        let code = leg["leg"].as_str().unwrap().to_owned();
        (code, moment("from"), moment("due"), moment("done"), leg["critical"].as_bool().unwrap())
    })
    .collect()
}

fn short(moment: &str) -> String {
    assert!(moment.starts_with("2026-") && moment.ends_with(":00+07:00"), "{moment}");
    moment[5..16].replace('T', " ")
}

fn row(leg: &str, [from, due, done]: [&str; 3], critical: bool) -> Row {
    (leg.to_owned(), from.to_owned(), due.to_owned(), done.to_owned(), critical)
}

/// A leg that is still to come takes its share, and is done then.
fn to_come(leg: &str, from: &str, due: &str, critical: bool) -> Row {
    row(leg, [from, due, due], critical)
}

/// The appointment, and the last sentence of why then.
fn appointed(dossier: &Value) -> (String, String) {
    let explained = dossier["appointment"]["explained"].as_array().unwrap();
    (
        short(dossier["appointment"]["at"].as_str().unwrap()),
        explained.last().unwrap().as_str().unwrap().to_owned(),
    )
}

fn accepted(clerk: &testkit::app::Clerk, submission: &Submission) -> Value {
    let id = clerk.hand_in(submission);
    dossier(clerk, &clerk.accept(&id).code)
}

fn complete(client: &Client, procedure: &str) -> Submission {
    Submission::complete(client, procedure)
}

testkit::on_both_databases! {
    fn a_bundle_has_the_police_decide_when_it_is_done_and_each_ward_its_own_appointment(db: &TestDb) {
        let app = TestApp::on(db);
        // 480 minutes from Monday 08:00; 7,200 for the police with 240 on a Saturday; 4,800 for the insurance; 960.
        let legs = [
            to_come("khai-sinh", "11-16 08:00", "11-17 08:00", true),
            to_come("thuong-tru", "11-17 08:00", "12-07 14:00", true),
            to_come("bao-hiem-y-te", "11-17 08:00", "12-02 08:00", false),
            to_come("tap-hop", "12-07 14:00", "12-09 14:00", true),
        ];
        // Twenty working days after Monday the 16th: with 21 and 28 November and 5 December, or without.
        for (lead, due) in [(WARD, "12-10 17:30"), (COMMUNE, "12-15 17:30")] {
            let clerk = app.clerk(lead);
            let dossier = accepted(&clerk, &complete(&clerk, BUNDLE));
            assert_eq!(rows(&dossier), legs, "{lead}");
            let (at, why) = appointed(&dossier);
            assert_eq!(at, due, "{lead}: {why}");
            let day = format!("{}/{}/2026", &due[3..5], &due[..2]);
            assert!(dossier["appointment"]["explained"].to_string().contains(&day), "{why}");
        }
    }

    fn what_the_lead_saves_is_passed_on_and_what_is_done_keeps_its_dates(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        // The lead was done at once: both begin at 08:00 on Monday, with all of their shares.
        let legs = [
            row("khai-sinh", ["11-16 08:00", "11-17 08:00", "11-16 08:00"], true),
            to_come("thuong-tru", "11-16 08:00", "12-05 08:00", true),
            to_come("bao-hiem-y-te", "11-16 08:00", "12-01 08:00", false),
            to_come("tap-hop", "12-05 08:00", "12-08 14:00", true),
        ];
        assert_eq!(rows(&bundle.dossier()), legs);
        app.at(datetime!(2026-11-18 10:00 +7));
        bundle.police_work();
        let after = rows(&bundle.dossier());
        assert_eq!(after[1], row("thuong-tru", ["11-16 08:00", "12-05 08:00", "11-18 10:00"], false));
        assert_eq!(after[2], to_come("bao-hiem-y-te", "11-16 08:00", "12-01 08:00", true));
        assert_eq!(after[3], to_come("tap-hop", "12-01 08:00", "12-03 08:00", true));
    }

    fn opinions_side_by_side_leave_none_of_seventeen_days_to_spare(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk("H32.03");
        let with_technology = complete(&clerk, "1.009645");
        let dossier = accepted(&clerk, &with_technology);
        let shown = rows(&dossier);
        let on_the_path: Vec<&Row> = shown.iter().filter(|row| row.4).collect();
        assert_eq!(shown[0], to_come("lay-y-kien", "11-16 08:00", "11-18 08:00", true));
        for opinion in &shown[1..4] {
            assert_eq!((opinion.1.as_str(), opinion.2.as_str()), ("11-18 08:00", "11-30 08:00"), "{}", opinion.0);
        }
        assert_eq!(shown[4], to_come("bao-cao", "11-30 08:00", "12-07 08:00", true));
        assert_eq!(shown[5], to_come("chap-thuan", "12-07 08:00", "12-10 08:00", true));
        assert_eq!(on_the_path.len(), 4, "one of the opinions: {on_the_path:?}");
        assert_eq!(appointed(&dossier).0, "12-10 17:30");
        let without = accepted(&clerk, &with_technology.without_component("cong-nghe"));
        let skipped = rows(&without).into_iter().find(|row| row.0 == "y-kien-cong-nghe").unwrap();
        assert_eq!((skipped.1.as_str(), skipped.2.as_str(), skipped.4), ("", "", false));
    }

    fn land_is_counted_with_its_survey_until_it_is_decided_that_there_is_none(db: &TestDb) {
        let app = TestApp::on(db);
        let commune = app.agency(COMMUNE);
        let dossier_now = accepted(&commune.clerk(), &complete(&commune.clerk(), "1.013978"));
        let legs = [
            to_come("xac-nhan", "11-16 08:00", "11-20 08:00", true),
            to_come("trich-do", "11-20 08:00", "11-30 08:00", true),
            to_come("thong-tin-dia-chinh", "11-30 08:00", "12-02 08:00", true),
            to_come("thue", "12-02 08:00", "12-07 08:00", true),
            to_come("cap-giay", "12-07 08:00", "12-10 08:00", true),
        ];
        assert_eq!(rows(&dossier_now), legs);
        assert_eq!(appointed(&dossier_now).0, "12-10 17:30");
        let code = dossier_now["code"].as_str().unwrap();
        let no_survey = serde_json::json!({ "decided": { "trich-do": false } });
        commune.officer().done_saying(code, "xac-minh", &no_survey).is(200);
        commune.head().done(code, "ky-xac-nhan").is(200);
        let after = rows(&dossier(&commune.clerk(), code));
        assert_eq!(after[2], to_come("thong-tin-dia-chinh", "11-16 08:00", "11-18 08:00", true));
        assert_eq!(after[4], to_come("cap-giay", "11-23 08:00", "11-27 08:00", true));
        assert_eq!(appointed(&dossier(&commune.clerk(), code)).0, "12-10 17:30", "the appointment stands");
    }
}
