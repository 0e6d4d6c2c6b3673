//! How large, and how many.

use super::{accepted, added, on_the_shelf, pdf, pdf_of, pdf_of_length};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use testkit::app::upload::{BOUNDARY, file_part};
use testkit::app::{TestApp, WARD};
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn a_file_may_be_as_large_as_is_configured_and_no_larger(db: &TestDb) {
        let app = TestApp::with(db, |config| config.files.largest = 1_500_000);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        added(&clerk, &receipt.id, "vừa.pdf", &pdf_of_length(1_500_000));
        let refused = clerk.add_file(&receipt.id, "lớn.pdf", &pdf_of_length(1_500_001)).is(413);
        assert_eq!(refused.at("/type"), "/problems/too-large");
        assert!(refused.text_at("/detail").contains("tối đa 1,4 MB"), "{}", refused.text);
        assert_eq!((clerk.files_of(&receipt.id), on_the_shelf(&app)), (vec!["vừa.pdf".to_owned()], 1));
    }

    fn a_body_may_be_longer_than_any_other_of_the_api(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let parts: Vec<_> = (1..=3).map(|n| file_part(&format!("{n}.pdf"), &pdf_of_length(400_000 + n))).collect();
        assert_eq!(clerk.add_parts(&receipt.id, &parts).is(201).json().as_array().unwrap().len(), 3);
    }

    fn what_is_too_large_is_cut_off_before_it_is_sent_to_its_end(db: &TestDb) {
        let app = TestApp::with(db, |config| config.files.largest = 100_000);
        let receipt = accepted(&app);
        let head = format!(
            "POST /api/v1/dossiers/{}/files HTTP/1.1\r\nHost: x\r\nDossier-Secret: {}\r\n\
             Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: 1000000000\r\n\r\n",
            receipt.id, receipt.secret
        );
        let mut begun = file_part("lớn.pdf", &pdf_of_length(150_000));
        begun.truncate(begun.len() - 2);
        let mut stream = TcpStream::connect(app.url().strip_prefix("http://").unwrap()).unwrap();
        stream.write_all(&[head.as_bytes(), &begun].concat()).unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap();
        assert_eq!(&answer, b"HTTP/1.1 413");
        assert_eq!(on_the_shelf(&app), 0);
    }

    fn a_dossier_holds_so_many_of_the_applicants_and_so_many_of_staffs(db: &TestDb) {
        let app = TestApp::with(db, |config| config.files.most = 2);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let holder = app.holder(&receipt.secret);
        for (side, client) in [("a", &*clerk), ("b", &*holder)] {
            added(client, &receipt.id, "1.pdf", &pdf_of(&format!("{side}1")));
            added(client, &receipt.id, "2.pdf", &pdf_of(&format!("{side}2")));
            let refused = client.add_file(&receipt.id, "3.pdf", &pdf_of(&format!("{side}3"))).is(422);
            assert_eq!((refused.text_at("/errors/0/pointer"), refused.text_at("/errors/0/code")), ("/files/0".to_owned(), "too-many".to_owned()));
            added(client, &receipt.id, "2.pdf", &pdf_of(&format!("{side}2")));
        }
        let other = accepted(&app);
        let three: Vec<_> = (1..=3).map(|n| file_part(&format!("{n}.pdf"), &pdf_of(&n.to_string()))).collect();
        assert_eq!(clerk.add_parts(&other.id, &three).is(422).at("/errors/0/pointer"), "/files/2");
        assert_eq!(clerk.add_parts(&other.id, &three[..2]).is(201).json().as_array().unwrap().len(), 2);
    }

    fn however_many_add_at_once_there_are_no_more_than_so_many(db: &TestDb) {
        let app = TestApp::with(db, |config| config.files.most = 3);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let statuses: Vec<u16> = thread::scope(|scope| {
            let adding = (0..6).map(|n| {
                let (clerk, id) = (&clerk, &receipt.id);
                scope.spawn(move || clerk.add_file(id, "đơn.pdf", &pdf_of(&n.to_string())).status)
            });
            let adding: Vec<_> = adding.collect();
            adding.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 3, "{statuses:?}");
        assert!(statuses.iter().all(|status| matches!(status, 201 | 422)), "{statuses:?}");
        assert_eq!(clerk.files_of(&receipt.id).len(), 3);
    }

    fn the_same_file_sent_by_many_at_once_is_one_file(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, clerk) = (accepted(&app), app.clerk(WARD));
        let ids: Vec<String> = thread::scope(|scope| {
            let adding: Vec<_> = (0..4).map(|_| scope.spawn(|| added(&clerk, &receipt.id, "đơn.pdf", &pdf()))).collect();
            adding.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
        assert_eq!(db.rows("files").len(), 1);
    }
}
