//! A process, and where a dossier stands in it, as a picture.

use super::across::SideBySide;
use testkit::app::{Answer, BUNDLE, CERTIFICATE, COMMUNE, Client, PERSONAL, TestApp};
use testkit::db::TestDb;

/// What is drawn, and that a browser shows it as a picture.
#[track_caller]
fn drawn(client: &Client, path: &str) -> String {
    let answer = client.get(path).is(200);
    assert_eq!(answer.header("content-type"), "image/svg+xml; charset=utf-8");
    assert!(
        answer.text.starts_with("<svg ") && answer.text.trim_end().ends_with("</svg>"),
        "{}",
        answer.text
    );
    answer.text
}

/// What the picture says in words, to those who can't see it.
#[track_caller]
fn in_words(picture: &str) -> &str {
    let (_, from) = picture.split_once("<desc").expect("a description");
    from.split_once("</desc>").expect("its end").0
}

/// The words of a dossier's picture.
#[track_caller]
fn standing(client: &Client, code: &str) -> String {
    in_words(&drawn(client, &format!("dossiers/{code}/picture.svg"))).to_owned()
}

fn width(picture: &str) -> f64 {
    let (_, from) = picture.split_once("viewBox=\"0 0 ").expect("a view box");
    from.split(' ').next().and_then(|width| width.parse().ok()).expect("a width")
}

fn path(answer: &Answer) -> String {
    answer.text_at("/errors/0/pointer")
}

testkit::on_both_databases! {
    fn anyone_sees_how_a_procedure_is_worked_and_by_whom(db: &TestDb) {
        let app = TestApp::on(db);
        let picture = drawn(&app.nobody(), &format!("procedures/{BUNDLE}/picture.svg"));
        for named in ["2.000986", "Công an phường Hải Đăng", "Bảo hiểm xã hội"] {
            assert!(picture.contains(named), "{named}: {picture}");
        }
        let english = app.nobody().with_header("Accept-Language", "en");
        let english = drawn(&english, &format!("procedures/{BUNDLE}/picture.svg"));
        assert_ne!(in_words(&picture), in_words(&english));
        assert!(in_words(&english).contains("working days"), "{}", in_words(&english));
    }

    fn each_counters_process_names_the_agencies_of_its_own(db: &TestDb) {
        let app = TestApp::on(db);
        let of = |lead: &str| drawn(&app.nobody(), &format!("procedures/{BUNDLE}/picture.svg?lead={lead}"));
        assert_ne!(of("H32.10"), of(COMMUNE));
        for wrong in ["lead=H32.06", "case=khong-co", "lead=X99"] {
            app.nobody().get(&format!("procedures/{BUNDLE}/picture.svg?{wrong}")).is(404);
        }
        app.nobody().get("procedures/9.999999/picture.svg").is(404);
        let odd = app.nobody().get(&format!("procedures/{BUNDLE}/picture.svg?direction=up")).is(422);
        assert_eq!(path(&odd), "?direction");
    }

    fn it_runs_down_for_a_phone(db: &TestDb) {
        let app = TestApp::on(db);
        let across = drawn(&app.nobody(), &format!("procedures/{BUNDLE}/picture.svg?direction=across"));
        let down = drawn(&app.nobody(), &format!("procedures/{BUNDLE}/picture.svg?direction=down"));
        assert_eq!(width(&down), 360.0);
        assert!(width(&across) > width(&down));
        assert_eq!(across, drawn(&app.nobody(), &format!("procedures/{BUNDLE}/picture.svg")));
    }

    fn it_moves_with_the_dossier(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let before = standing(&bundle.ward.clerk(), bundle.code());
        bundle.insurance_works();
        let after = standing(&bundle.ward.clerk(), bundle.code());
        assert_eq!(before.matches("Đang giải quyết").count(), 2, "{before}");
        assert_eq!(after.matches("Đang giải quyết").count(), 1, "{after}");
        assert_eq!(after.matches("Đã xong").count(), before.matches("Đã xong").count() + 1, "{after}");
    }

    fn the_holder_sees_the_same_process_without_anybodys_details(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let at = format!("status/{}/picture.svg", bundle.code());
        let seen = drawn(&app.holder(&bundle.receipt.secret), &at);
        assert_eq!(drawn(&app.nobody(), &format!("{at}?secret={}", bundle.receipt.secret)), seen);
        for hidden in PERSONAL {
            assert!(!seen.contains(hidden), "{hidden}: {seen}");
        }
        app.nobody().get(&at).is(404);
        app.nobody().get(&format!("{at}?secret=wrong")).is(404);
    }

    fn it_is_as_strange_to_another_agency_as_the_dossier(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk("H32.10").take_in(CERTIFICATE);
        app.clerk(COMMUNE).get(&format!("dossiers/{}/picture.svg", receipt.code)).is(404);
        drawn(&app.clerk("H32.10"), &format!("dossiers/{}/picture.svg", receipt.code));
    }
}
