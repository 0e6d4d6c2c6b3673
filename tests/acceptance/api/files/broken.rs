//! Bodies that are none, or break off: a problem that says what, and nothing recorded.

use super::{accepted, on_the_shelf, pdf};
use testkit::app::upload::{BOUNDARY, body, file_part, part};
use testkit::app::{TestApp, WARD};
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn what_is_no_form_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let path = format!("dossiers/{}/files", receipt.id);
        let whole = body(&[file_part("đơn.pdf", &pdf())]);
        let good = format!("multipart/form-data; boundary={BOUNDARY}");
        let wrong: [(&str, &[u8], u16); 12] = [
            ("", &whole, 415),
            ("application/json", b"{}", 415),
            ("application/pdf", &pdf(), 415),
            ("nonsense", &whole, 415),
            ("multipart/form-data", &whole, 400),
            ("multipart/form-data; boundary=", &whole, 400),
            ("multipart/form-data; boundary=other", &whole, 400),
            (&good, &whole[..whole.len() - 40], 400),
            (&good, b"nonsense", 400),
            (&good, b"", 400),
            (&good, b"--motcua-4711\r\n\r\nno header\r\n--motcua-4711--\r\n", 400),
            (&good, b"--motcua-4711\r\nContent-Disposition: attachment\r\n\r\nx\r\n--motcua-4711--\r\n", 400),
        ];
        for (media_type, bytes, status) in wrong {
            let call = clerk.call("POST", &path).body(bytes);
            let call = if media_type.is_empty() { call } else { call.header("Content-Type", media_type) };
            let shown = format!("{media_type}: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
            let answer = call.send();
            assert_eq!(answer.status, status, "{shown}: {}", answer.text);
            assert_eq!(answer.header("content-type"), "application/problem+json", "{shown}");
            assert!(!answer.text_at("/detail").contains("JSON"), "{}", answer.text);
        }
        let asked = clerk.call("POST", &path).header("Content-Type", "text/plain").body("x").send();
        assert!(asked.text_at("/detail").contains("multipart/form-data"), "{}", asked.text);
        assert_eq!((db.rows("files").len(), on_the_shelf(&app)), (0, 0));
    }

    fn what_isnt_a_file_in_its_field_is_refused_by_its_name(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let refused = |parts: &[Vec<u8>], pointer: &str, code: &str| {
            let answer = clerk.add_parts(&receipt.id, parts).is(422);
            assert_eq!((answer.text_at("/errors/0/pointer"), answer.text_at("/errors/0/code")), (pointer.to_owned(), code.to_owned()));
        };
        refused(&[], "/files", "missing");
        refused(&[part("name=\"files\"", b"words")], "/files", "wrong-type");
        refused(&[part("name=\"file\"; filename=\"a.pdf\"", &pdf())], "/file", "unknown-field");
        refused(&[part("name=\"a/~b\"", b"words")], "/a~1~0b", "unknown-field");
        refused(&[file_part("a.pdf", &pdf()), part("name=\"colour\"", b"red")], "/colour", "unknown-field");
        assert_eq!(db.rows("files").len(), 0);
    }

    fn a_dossier_that_is_over_takes_no_files(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        clerk.withdraw(&receipt.id).is(200);
        for client in [&*clerk, &*app.holder(&receipt.secret)] {
            let refused = client.add_file(&receipt.id, "đơn.pdf", &pdf()).breaks("stage-order");
            assert_eq!(refused.at("/facts/stage"), "withdrawn");
        }
        assert_eq!(on_the_shelf(&app), 0);
    }
}
