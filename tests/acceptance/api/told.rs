//! People are told by SMS and e-mail: once, in time, and by other means where no message reaches them.

use notify::{Channel, Failure, Message, ReportState};
use serde_json::{Value, json};
use store::accounts;
use store::notices::{Task, tasks};
use testkit::app::{BIRTH, CERTIFICATE, MONDAY, Receipt, Submission, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;
use time::{Duration, OffsetDateTime, Time};

/// What has gone out by this channel so far.
fn by(app: &TestApp, channel: Channel) -> Vec<Message> {
    app.sink().messages().into_iter().filter(|message| message.channel == channel).collect()
}

fn at_the_counter(app: &TestApp) -> Vec<Task> {
    app.store().read(|db| tasks(db, &WARD.parse().unwrap(), app.now(), 10)).unwrap()
}

/// Gives everybody at the ward with this role an address.
fn reachable(app: &TestApp, db: &TestDb, username: &str, email: &'static str) {
    assert_eq!(
        db.lines(&format!("select username as line from users where username = '{username}'")).len(),
        1
    );
    let account = app.store().read(|db| accounts::by_username(db, username)).unwrap().expect("an account");
    assert!(app.store().write(move |db| accounts::reach(db, account.id, "", email)).unwrap());
}

/// The appointed day begins.
const THE_DAY: OffsetDateTime = datetime!(2026-11-19 00:00 +7);

/// A dossier that is due on that day, rescheduled to the next; nobody has been told of it yet.
fn rescheduled(app: &TestApp) -> Receipt {
    let receipt = app.clerk(WARD).take_in(CERTIFICATE);
    app.clerk(WARD).done(&receipt.code, "tiep-nhan").is(200);
    app.tell();
    app.officer().propose(&receipt.code, "2026-11-20T08:00:00+07:00").is(200);
    app.head().approve(&receipt.code).is(200);
    receipt
}

/// What the dossier says of its one rescheduling.
fn rescheduling(app: &TestApp, code: &str) -> Value {
    app.head().get(&format!("dossiers/{code}")).is(200).at("/lateness/rescheduled")
}

testkit::on_both_databases! {
    fn an_acceptance_is_told_by_sms_and_e_mail_once(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let round = app.tell();
        assert_eq!((round.spread, round.sent, app.tell().sent), (1, 2, 0));
        let (sms, email) = (by(&app, Channel::Sms), by(&app, Channel::Email));
        assert_eq!((sms.len(), email.len()), (1, 1));
        assert_eq!((sms[0].to.as_str(), email[0].to.as_str()), ("+84905007777", "bi.mat@example.vn"));
        assert!(sms[0].text.contains(&receipt.code) && sms[0].text.is_ascii(), "{}", sms[0].text);
        assert!(email[0].text.contains("Hẹn trả kết quả: 17:30 ngày 19/11/2026"), "{}", email[0].text);
        assert!(email[0].text.contains("Nguyễn Thị Bí Mật"), "{}", email[0].text);
        assert!(app.sink().references().values().all(|times| *times == 1));
    }

    fn what_the_operator_reports_of_an_sms_is_put_down(db: &TestDb) {
        let app = TestApp::on(db);
        let mut heard = Vec::new();
        for state in [ReportState::Buffered, ReportState::Delivered, ReportState::Failed] {
            app.clerk(WARD).take_in(CERTIFICATE);
            assert_eq!(app.tell().sent, 2);
            let last = app.sink().messages().len();
            for number in [last - 1, last, last + 1] {
                let provider_reference = format!("sink-{number}");
                app.sink().reports(notify::Receipt { provider_reference, state, at: None });
            }
            heard.push([app.tell().heard, app.tell().heard]);
        }
        assert_eq!(heard, [[0, 0], [1, 0], [1, 0]], "an end, once, of the SMS alone");
        assert_eq!(
            db.lines("select channel || ' ' || state as line from notices order by 1"),
            ["email sent", "email sent", "email sent", "sms delivered", "sms failed", "sms sent"]
        );
    }

    fn each_step_is_told_to_those_who_asked_for_it(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let quiet = clerk.take_in(CERTIFICATE);
        let mut curious = Submission::complete(&clerk, CERTIFICATE);
        curious.body["notify"] = json!({ "sms": true, "email": false, "each_step": true });
        let curious = clerk.accept(&clerk.hand_in(&curious));
        app.tell();
        let before = app.sink().messages().len();
        for code in [&quiet.code, &curious.code] {
            clerk.done(code, "tiep-nhan").is(200);
        }
        app.tell();
        let told = app.sink().messages().split_off(before);
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].channel, Channel::Sms);
        assert!(told[0].text.contains(&curious.code), "{}", told[0].text);
    }

    fn at_night_nobody_is_disturbed_but_by_what_the_law_demands(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let receipt = clerk.take_in(CERTIFICATE);
        clerk.done(&receipt.code, "tiep-nhan").is(200);
        app.at(MONDAY.replace_time(Time::from_hms(22, 0, 0).unwrap()));
        assert_eq!(app.tell().sent, 0);
        app.officer().propose(&receipt.code, "2026-11-20T08:00:00+07:00").is(200);
        app.head().approve(&receipt.code).is(200);
        assert_eq!(app.tell().sent, 2, "the apology, both ways");
        assert!(app.sink().messages().iter().all(|message| message.text.contains("20/11/2026")));
        app.at(MONDAY.replace_time(Time::from_hms(7, 0, 0).unwrap()) + Duration::DAY);
        assert_eq!(app.tell().sent, 2, "the acceptance");
    }

    fn that_the_apology_went_out_is_on_record(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = rescheduled(&app);
        app.tell();
        let letter = rescheduling(&app, &receipt.code);
        assert_eq!((&letter["sent"]["by"], &letter["unsent_at"]), (&Value::Null, &Value::Null));
        assert!(["sms", "email"].map(Value::from).contains(&letter["sent"]["means"]), "{letter}");
        let kinds = app.head().get(&format!("dossiers/{}/events", receipt.code)).is(200).at("/items");
        let sent = kinds.as_array().unwrap().iter().filter(|entry| entry["kind"] == "apology_sent");
        assert_eq!(sent.count(), 1, "by whichever means was the first");
        app.at(THE_DAY);
        assert_eq!(app.work().unsent, 0);
    }

    fn an_apology_that_hadnt_gone_out_when_its_day_began_is_a_breach_of_its_own(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = rescheduled(&app);
        reachable(&app, db, &testkit::app::username(kernel::Role::Head, WARD), "head@example.vn");
        app.sink().fails(Some(Failure::DeadAddress("nobody there".to_owned())));
        app.tell();
        let urgent = at_the_counter(&app).into_iter().find(|task| task.occasion == "rescheduled").unwrap();
        assert_eq!(urgent.deliver_before, Some(THE_DAY));
        app.at(THE_DAY - Duration::SECOND);
        assert_eq!(app.work().unsent, 0);
        app.at(THE_DAY);
        assert_eq!((app.work().unsent, app.work().unsent), (1, 0));
        assert_eq!(rescheduling(&app, &receipt.code)["unsent_at"], "2026-11-19T00:00:00+07:00");
        app.sink().fails(None);
        app.at(THE_DAY + Duration::hours(8));
        app.tell();
        let told = app.sink().messages();
        assert!(told.iter().any(|one| one.to == "head@example.vn" && one.text.contains("vi phạm")), "{told:?}");
        let clerk = app.clerk(WARD);
        clerk.dispatched(&receipt.code, "Gọi điện").is(200);
        clerk.dispatched(&receipt.code, "Gọi điện").breaks("stage-order");
        let letter = rescheduling(&app, &receipt.code);
        assert_eq!((&letter["sent"]["means"], &letter["sent"]["how"]), (&json!("other"), &json!("Gọi điện")));
        assert_eq!(letter["unsent_at"], "2026-11-19T00:00:00+07:00", "late is never on time");
    }

    fn a_clerk_who_saw_to_the_letter_in_time_spares_the_breach(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = rescheduled(&app);
        app.at(THE_DAY - Duration::SECOND);
        app.head().dispatched(&receipt.code, "Trao tận tay").is(403);
        app.clerk(WARD).dispatched(&receipt.code, " ").breaks("written-apology");
        app.clerk(WARD).dispatched(&receipt.code, "Trao tận tay").is(200);
        app.at(THE_DAY);
        assert_eq!(app.work().unsent, 0);
    }

    fn any_act_puts_the_unsent_letter_on_record_first(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = rescheduled(&app);
        app.at(THE_DAY + Duration::hours(8));
        app.clerk(WARD).dispatched(&receipt.code, "Gọi điện").is(200);
        let log = app.head().get(&format!("dossiers/{}/events", receipt.code)).is(200).at("/items");
        let kinds: Vec<&str> = log.as_array().unwrap().iter().filter_map(|entry| entry["kind"].as_str()).collect();
        assert_eq!(kinds[kinds.len() - 2..], ["apology_unsent", "apology_sent"]);
    }

    fn what_cant_be_sent_now_is_tried_again_and_nothing_is_lost(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(CERTIFICATE);
        app.sink().fails(Some(Failure::Later { why: "busy".to_owned(), retry_after: None }));
        let round = app.tell();
        assert_eq!((round.sent, round.again, round.failed), (0, 2, 0));
        assert_eq!(app.tell().again, 0, "not before its time");
        app.later(Duration::MINUTE);
        app.sink().fails(None);
        assert_eq!(app.tell().sent, 2);
        assert_eq!(at_the_counter(&app), []);
    }

    fn for_dead_addresses_the_counter_has_a_task(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.sink().fails(Some(Failure::DeadAddress("nobody there".to_owned())));
        assert_eq!(app.tell().failed, 2);
        let open = at_the_counter(&app);
        assert!(open.iter().all(|task| task.code.as_deref() == Some(receipt.code.as_str())), "{open:?}");
        assert_eq!(open.len(), 1, "one task, in whatever ways it was tried");
    }

    fn who_gave_no_address_that_can_be_used_is_told_at_the_counter(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let landline = Submission::complete(&clerk, CERTIFICATE)
            .with("/applicant/phone", "0258 3822 222")
            .with("/applicant/email", "");
        clerk.accept(&clerk.hand_in(&landline));
        assert_eq!((app.tell().sent, app.sink().messages().len()), (0, 0));
        assert_eq!(at_the_counter(&app).len(), 1);
    }

    fn the_head_is_told_of_what_waits_for_them(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.code, "tiep-nhan").is(200);
        reachable(&app, db, &testkit::app::username(kernel::Role::Head, WARD), "head@example.vn");
        app.tell();
        let before = app.sink().messages().len();
        app.officer().propose(&receipt.code, "2026-11-20T08:00:00+07:00").is(200);
        app.tell();
        let told = app.sink().messages().split_off(before);
        assert_eq!(told.iter().map(|message| message.to.as_str()).collect::<Vec<_>>(), ["head@example.vn"]);
        assert!(told[0].text.contains(&receipt.code), "{}", told[0].text);
    }

    fn who_holds_a_dossier_is_warned_ahead(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        reachable(&app, db, &testkit::app::username(kernel::Role::Head, WARD), "head@example.vn");
        app.tell();
        let before = app.sink().messages().len();
        app.at(MONDAY + Duration::days(2));
        assert!(app.work().warnings > 0);
        app.tell();
        let told = app.sink().messages().split_off(before);
        assert!(!told.is_empty());
        for message in told {
            assert_eq!(message.to, "head@example.vn");
            assert!(message.text.contains(&receipt.code), "{}", message.text);
        }
    }

    fn one_that_cant_be_told_holds_up_no_other(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let (lost, lost_later) = (clerk.take_in(CERTIFICATE), clerk.take_in(CERTIFICATE));
        let without = |code: &str| {
            let dossier = format!("(select id from dossiers where code = '{code}')");
            db.raw_sql(&format!("delete from people where dossier_id = {dossier}")).unwrap();
        };
        without(&lost.code);
        app.at(MONDAY.replace_time(Time::from_hms(22, 0, 0).unwrap()));
        assert_eq!(app.tell().spread, 1);
        without(&lost_later.code);
        app.at(MONDAY + Duration::DAY);
        clerk.take_in(BIRTH);
        let round = app.tell();
        assert_eq!((round.spread, round.sent, round.again), (1, 2, 2));
    }

    fn what_the_database_refuses_of_one_holds_up_no_other(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        clerk.take_in(CERTIFICATE);
        app.tell();
        let refused = clerk.take_in(CERTIFICATE);
        let dossier = format!("(select id from dossiers where code = '{}')", refused.code);
        let row = format!("(select id from outbox where dossier_id = {dossier} and topic = 'accepted')");
        db.raw_sql(&format!("update notices set outbox_id = {row} where channel = 'sms'")).unwrap();
        clerk.take_in(BIRTH);
        let round = app.tell();
        assert_eq!((round.spread, round.sent), (1, 2));
        app.later(Duration::minutes(5));
        assert_eq!(app.tell().spread, 0, "it is tried again, in vain");
        db.raw_sql("delete from notices where channel = 'sms' and state = 'sent'").unwrap();
        app.later(Duration::minutes(5));
        let round = app.tell();
        assert_eq!((round.spread, round.sent), (1, 2), "until what was wrong with it is put right");
    }

    fn two_processes_tell_nobody_twice(db: &TestDb) {
        let app = TestApp::on(db);
        for _ in 0..5 {
            app.clerk(WARD).take_in(BIRTH);
        }
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| app.tell());
            }
        });
        assert_eq!(app.sink().messages().len(), 10);
        assert!(app.sink().references().values().all(|times| *times == 1));
    }
}
