//! Whose files they are.

use super::super::across::SideBySide;
use super::{accepted, added, names, path, pdf, pdf_of};
use kernel::Role;
use serde_json::json;
use testkit::app::{CERTIFICATE, COMMUNE, POLICE, Submission, TestApp, WARD};
use testkit::db::TestDb;

const ABSENT: &str = "01938000-0000-7000-8000-000000000000";

testkit::on_both_databases! {
    fn nobody_else_reads_or_adds_a_file(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, other) = (accepted(&app), accepted(&app));
        let id = added(&app.clerk(WARD), &receipt.id, "đơn.pdf", &pdf());
        let file = path(&receipt.id, &id);
        let asked = [
            (app.nobody(), 401),
            ((*app.holder(&other.secret)).clone(), 404),
            (app.someone(Role::Clerk, COMMUNE), 404),
            (app.someone(Role::Officer, POLICE), 404),
            (app.someone(Role::Supervisor, WARD), 403),
            (app.someone(Role::Administrator, WARD), 403),
        ];
        for (client, status) in asked {
            client.get(&file).is(status);
            client.add_file(&receipt.id, "khác.pdf", &pdf_of("other")).is(status);
        }
        assert_eq!(app.clerk(WARD).files_of(&receipt.id), ["đơn.pdf"]);
    }

    fn a_file_is_found_under_its_own_dossier_alone(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, other, clerk) = (accepted(&app), accepted(&app), app.clerk(WARD));
        let id = added(&clerk, &receipt.id, "đơn.pdf", &pdf());
        clerk.get(&path(&receipt.code, &id)).is(200);
        let absent = clerk.get(&path(&other.id, ABSENT)).is(404);
        assert_eq!(clerk.get(&path(&other.id, &id)).shown(), absent.shown());
        assert_eq!(app.holder(&other.secret).get(&path(&other.id, &id)).shown(), absent.shown());
        for odd in ["x", "%00", "..", "1"] {
            clerk.get(&path(&receipt.id, odd)).is(404);
        }
    }

    fn the_holder_sees_their_own_and_of_staffs_what_the_log_names(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk, officer, head) = (accepted(&app), app.clerk(WARD), app.officer(), app.head());
        let holder = app.holder(&receipt.secret);
        let own = added(&holder, &receipt.id, "của tôi.pdf", &pdf_of("own"));
        let draft = added(&officer, &receipt.id, "dự thảo.pdf", &pdf_of("draft"));
        let paper = added(&head, &receipt.id, "giấy xác nhận.pdf", &pdf_of("paper"));
        let listed = || holder.status(&receipt.code).is(200).at("/details/files");
        holder.get(&path(&receipt.id, &own)).is(200);
        for hidden in [&draft, &paper] {
            holder.get(&path(&receipt.id, hidden)).is(404);
            officer.get(&path(&receipt.id, hidden)).is(200);
        }
        assert_eq!((names(&listed()), listed()[0]["by_applicant"].clone()), (vec!["của tôi.pdf"], json!(true)));
        clerk.done(&receipt.id, "tiep-nhan").is(200);
        officer.done(&receipt.id, "tra-cuu").is(200);
        let result = json!({ "number": "15/XN", "date": "2026-11-18", "title": "Giấy xác nhận", "file": paper });
        head.post(&format!("dossiers/{}/result", receipt.id), &json!({ "kind": "granted", "paper": result })).is(200);
        assert_eq!(holder.get(&path(&receipt.id, &paper)).is(200).bytes, pdf_of("paper"));
        holder.get(&path(&receipt.id, &draft)).is(404);
        assert_eq!(names(&listed()), ["của tôi.pdf", "giấy xác nhận.pdf"]);
        assert_eq!(clerk.files_of(&receipt.id).len(), 3);
    }

    fn names_of_files_are_for_those_who_see_people(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = accepted(&app);
        added(&app.clerk(WARD), &receipt.id, "Nguyễn Thị Bí Mật.pdf", &pdf());
        assert_eq!(app.officer().files_of(&receipt.id).len(), 1);
        assert!(app.someone(Role::Supervisor, WARD).files_of(&receipt.id).is_empty());
        let public = app.nobody().get(&format!("status/{}", receipt.code)).is(200);
        assert!(!public.text.contains("Bí Mật"), "{}", public.text);
    }

    fn an_agency_that_works_a_leg_reads_what_was_handed_in_and_adds_its_own(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let (clerk, police) = (app.clerk(WARD), app.someone(Role::Officer, POLICE));
        let scan = added(&clerk, bundle.code(), "tờ khai.pdf", &pdf_of("scan"));
        police.get(&path(bundle.code(), &scan)).is(200);
        let paper = added(&police, bundle.code(), "thường trú.pdf", &pdf_of("paper"));
        clerk.get(&path(bundle.code(), &paper)).is(200);
    }

    fn who_has_submitted_online_adds_files_before_acceptance(db: &TestDb) {
        let app = TestApp::on(db);
        let online = Submission::complete(&app.nobody(), CERTIFICATE).online_at(WARD);
        let submitted = app.nobody().post("dossiers", &online.body).is(201);
        let (id, holder) = (submitted.text_at("/id"), app.holder(&submitted.text_at("/secret")));
        let file = added(&holder, &id, "đơn.pdf", &pdf());
        app.clerk(WARD).get(&path(&id, &file)).is(200);
    }

    fn trying_secrets_out_is_limited_here_too(db: &TestDb) {
        let app = TestApp::with(db, |config| config.limits.look_ups_a_minute = 2);
        let receipt = accepted(&app);
        let stranger = app.holder("AAAAA-AAAAA");
        stranger.get(&path(&receipt.id, ABSENT)).is(404);
        stranger.add_file(&receipt.id, "đơn.pdf", &pdf()).is(404);
        stranger.get(&path(&receipt.id, ABSENT)).is(429);
        stranger.add_file(&receipt.id, "đơn.pdf", &pdf()).is(429);
    }
}
