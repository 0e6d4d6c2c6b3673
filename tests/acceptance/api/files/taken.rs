//! What is taken, and how it comes back.

use super::{Kind, accepted, added, names, on_the_shelf, path, pdf, pdf_of, samples};
use data_encoding::HEXLOWER;
use serde_json::json;
use sha2::{Digest, Sha256};
use testkit::app::upload::{file_part, part};
use testkit::app::{TestApp, WARD};
use testkit::db::TestDb;
use time::Duration;

testkit::on_both_databases! {
    fn a_file_comes_back_as_it_was_sent(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let answer = clerk.add_file(&receipt.code, "Đơn đề nghị.pdf", &pdf()).is(201);
        assert_eq!(answer.at("/0/name"), "Đơn đề nghị.pdf");
        assert_eq!(answer.at("/0/media_type"), "application/pdf");
        assert_eq!(answer.at("/0/size"), pdf().len());
        assert_eq!(answer.at("/0/sha256"), HEXLOWER.encode(&Sha256::digest(pdf())));
        assert_eq!((answer.at("/0/at"), answer.at("/0/by_applicant")), (json!("2026-11-16T08:00:00+07:00"), json!(false)));
        app.later(Duration::days(400));
        for client in [&*clerk, &*app.officer()] {
            assert_eq!(client.get(&answer.text_at("/0/href")).is(200).bytes, pdf());
        }
        assert_eq!(clerk.files_of(&receipt.code), ["Đơn đề nghị.pdf"]);
    }

    fn each_kind_is_served_as_what_it_is_and_shown_only_where_that_is_safe(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        for kind in Kind::ALL {
            let id = added(&clerk, &receipt.id, "tệp", &samples::of(kind));
            let answer = clerk.get(&path(&receipt.id, &id)).is(200);
            assert_eq!(answer.bytes, samples::of(kind));
            assert_eq!(answer.header("content-type"), kind.media_type());
            let way = if kind.is_shown() { "inline" } else { "attachment" };
            let ending = kind.endings()[0];
            let disposition = format!("{way}; filename=\"t_p.{ending}\"; filename*=UTF-8''t%E1%BB%87p.{ending}");
            assert_eq!(answer.header("content-disposition"), disposition);
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert_eq!(answer.header("cache-control"), "no-store");
            let policy = answer.header("content-security-policy");
            assert!(policy.starts_with("default-src 'none'; "), "{policy}");
            assert_eq!(policy.ends_with("; sandbox"), kind != Kind::Pdf, "{policy}");
        }
    }

    fn what_isnt_in_the_table_isnt_taken_whatever_it_is_called(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let macros = samples::packed(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]);
        let refused: [&[u8]; 7] = [
            b"<!doctype html><script>alert(1)</script>",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"#!/bin/sh\nrm -rf /\n",
            b"MZ\x90\0\x03",
            b"GIF89a",
            b"\n%PDF-1.7",
            &macros,
        ];
        for bytes in refused {
            for name in ["đơn.pdf", "ảnh.png"] {
                let answer = clerk.add_file(&receipt.id, name, bytes).is(422);
                assert_eq!((answer.at("/errors/0/pointer"), answer.at("/errors/0/code")), (json!("/files/0"), json!("type")));
            }
        }
        let empty = clerk.add_file(&receipt.id, "đơn.pdf", b"").is(422);
        assert_eq!(empty.at("/errors/0/code"), "empty");
        let english = clerk.with_header("Accept-Language", "en").add_file(&receipt.id, "đơn.pdf", b"MZ").is(422);
        assert!(english.text_at("/errors/0/detail").starts_with("Taken are PDF"), "{}", english.text);
        assert_eq!((db.rows("files").len(), on_the_shelf(&app)), (0, 0));
    }

    fn several_files_come_in_their_order_and_all_of_them_or_none(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let (one, two) = (file_part("1.pdf", &pdf_of("1")), file_part("2.png", &samples::of(Kind::Png)));
        let both = clerk.add_parts(&receipt.id, &[one.clone(), two.clone()]).is(201).json();
        assert_eq!(names(&both), ["1.pdf", "2.png"]);
        assert_eq!(clerk.files_of(&receipt.id), ["1.pdf", "2.png"]);
        let other = accepted(&app);
        let refused = clerk.add_parts(&other.id, &[one, two, file_part("3.pdf", b"MZ")]).is(422);
        assert_eq!(refused.at("/errors/0/pointer"), "/files/2");
        assert!(clerk.files_of(&other.id).is_empty());
    }

    fn the_same_bytes_under_the_same_name_are_the_same_file(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let first = clerk.add_file(&receipt.id, "đơn.pdf", &pdf()).is(201);
        app.later(Duration::HOUR);
        assert_eq!(clerk.add_file(&receipt.code, "đơn.pdf", &pdf()).is(201).text, first.text);
        assert_eq!(app.holder(&receipt.secret).add_file(&receipt.id, "đơn.pdf", &pdf()).is(201).text, first.text);
        let twice = clerk.add_parts(&receipt.id, &[file_part("đơn.pdf", &pdf()), file_part("đơn.pdf", &pdf())]).is(201);
        assert_eq!((twice.at("/0"), twice.at("/1")), (first.at("/0"), first.at("/0")));
        assert_eq!((db.rows("files").len(), on_the_shelf(&app)), (1, 1));
        assert_ne!(added(&clerk, &receipt.id, "khác.pdf", &pdf()), first.text_at("/0/id"));
        assert_ne!(added(&clerk, &accepted(&app).id, "đơn.pdf", &pdf()), first.text_at("/0/id"));
        assert_eq!((db.rows("files").len(), on_the_shelf(&app)), (3, 1), "the bytes are there once");
    }

    fn a_name_leads_nowhere_and_says_what_the_file_is(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let long = format!("{}.pdf", "ậ".repeat(300));
        let called = [
            ("../../etc/passwd", "passwd.pdf".to_owned()),
            ("C:\\\\Users\\\\Hoa\\\\đơn.pdf", "đơn.pdf".to_owned()),
            ("Đơn %22đề nghị%22 100%25.pdf", "Đơn \"đề nghị\" 100%25.pdf".to_owned()),
            ("hai%0D%0Adòng.pdf", "haidòng.pdf".to_owned()),
            ("trang.html", "trang.html.pdf".to_owned()),
            ("a\u{202e}fdp.exe", "afdp.exe.pdf".to_owned()),
            ("", "tep.pdf".to_owned()),
            (long.as_str(), format!("{}.pdf", "ậ".repeat(196))),
        ];
        for (number, (name, kept)) in called.into_iter().enumerate() {
            let answer = clerk.add_file(&receipt.id, name, &pdf_of(&number.to_string())).is(201);
            assert_eq!(answer.text_at("/0/name"), kept, "{name}");
            clerk.get(&answer.text_at("/0/href")).is(200);
        }
        let extended = "name=\"files\"; filename=\"x.pdf\"; filename*=UTF-8''%C4%91%C6%A1n.pdf";
        let answer = clerk.add_parts(&receipt.id, &[part(extended, &pdf())]).is(201);
        assert_eq!(answer.at("/0/name"), "đơn.pdf");
    }
}
