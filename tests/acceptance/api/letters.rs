//! Letters on paper: issued under a number, printed once, the same bytes for ever, and anyone can find out that one is
//! genuine.

use super::across::SideBySide;
use kernel::DossierId;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use store::accounts;
use store::letters::{New, issue};
use testkit::app::{BIRTH, CERTIFICATE, Client, Receipt, Submission, TestApp, WARD, username};
use testkit::db::TestDb;
use testkit::pdf::{closed_up, letters_of, signatures_of};
use time::Duration;
use uuid::Uuid;

/// A letter of a dossier.
#[track_caller]
fn letter(client: &Client, dossier: &str, kind: &str) -> Vec<u8> {
    let answer = client.get(&format!("dossiers/{dossier}/letters/{kind}.pdf")).is(200);
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.bytes.starts_with(b"%PDF-"));
    answer.bytes
}

/// That a letter says all of this, every sign of it.
#[track_caller]
fn says(pdf: &[u8], what: &[&str]) {
    let text = letters_of(pdf);
    for words in what {
        assert!(text.contains(&closed_up(words)), "{words}: {text}");
    }
}

/// The letters that somebody reads of a dossier.
#[track_caller]
fn listed(client: &Client, dossier: &str) -> Vec<Value> {
    client.get(&format!("dossiers/{dossier}/letters")).is(200).at("/items").as_array().unwrap().clone()
}

fn kinds(letters: &[Value]) -> Vec<&str> {
    letters.iter().map(|letter| letter["kind"].as_str().unwrap()).collect()
}

/// Rescheduled by the ward's head.
fn rescheduled(app: &TestApp) -> Receipt {
    let receipt = app.clerk(WARD).take_in(CERTIFICATE);
    app.clerk(WARD).done(&receipt.code, "tiep-nhan").is(200);
    app.officer().propose(&receipt.code, "2026-11-20T08:00:00+07:00").is(200);
    app.head().approve(&receipt.code).is(200);
    receipt
}

/// A folder with the ward's key.
fn keys() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/letters/tests/keys/rsa.p12");
    fs::copy(key, folder.path().join(format!("{WARD}.p12"))).unwrap();
    fs::write(folder.path().join(format!("{WARD}.pass")), "mật-khẩu\n").unwrap();
    folder
}

testkit::on_both_databases! {
    fn the_receipt_is_there_with_the_acceptance_and_the_same_for_ever(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        let accepted = clerk.post(&format!("dossiers/{id}/acceptance"), &json!({})).is(201);
        let first = clerk.get(&accepted.text_at("/letters/0/href")).is(200).bytes;
        app.later(Duration::days(400));
        let (code, secret) = (accepted.text_at("/code"), accepted.text_at("/secret"));
        assert_eq!(letter(&clerk, &code, "receipt"), first);
        assert_eq!(letter(&app.holder(&secret), &code, "receipt"), first);
        says(&first, &[
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Số: 01/TNHS-UBND", &code, &secret, "Nguyễn Thị Bí Mật",
            "08 giờ 00 phút, ngày 16 tháng 11 năm 2026", "17 giờ 30 phút, ngày 19 tháng 11 năm 2026",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hải Đăng, ngày 16 tháng 11 năm 2026",
        ]);
    }

    fn a_paper_in_the_hand_is_found_genuine_and_another_isnt(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let pdf = letter(&app.clerk(WARD), &receipt.code, "receipt");
        let code = listed(&app.clerk(WARD), &receipt.code)[0]["code"].as_str().unwrap().to_owned();
        says(&pdf, &[&code, &format!("/kiem-tra/{code}")]);
        let hash: String = Sha256::digest(&pdf).iter().map(|byte| format!("{byte:02x}")).collect();
        let found = app.nobody().get(&format!("verify/{code}?sha256={hash}")).is(200);
        assert_eq!((found.at("/same"), found.at("/sha256")), (json!(true), json!(hash)));
        assert_eq!((found.at("/number"), found.at("/kind")), (json!("01/TNHS-UBND"), json!("receipt")));
        assert_eq!(found.at("/issued_at"), "2026-11-16T08:00:00+07:00");
        assert!(!found.text.contains("Bí Mật") && !found.text.contains(&receipt.secret), "{}", found.text);
        let typed = code.to_lowercase().replace('-', " ");
        app.nobody().get(&format!("verify/{}", typed.replace(' ', "%20"))).is(200);
        let changed = app.nobody().get(&format!("verify/{code}?sha256={}", hash.replace('0', "1"))).is(200);
        assert_eq!(changed.at("/same"), false);
        for wrong in ["0000-0000-0000", "x", "%00", &"9".repeat(2000)] {
            app.nobody().get(&format!("verify/{wrong}")).is(404);
        }
    }

    fn the_addresses_on_paper_lead_on(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let pdf = letter(&app.clerk(WARD), &receipt.code, "receipt");
        says(&pdf, &[&format!("/ho-so/{}?ma={}", receipt.code, receipt.secret)]);
        let phone = app.browserless();
        let led = phone.get(&format!("/ho-so/{}?ma={}", receipt.code, receipt.secret)).is(200).says("Đã nộp hồ sơ");
        assert_eq!(led.path, format!("/ho-so/{}", receipt.code), "the secret stays in no address");
        let public = app.browserless().get(&format!("/ho-so/{}", receipt.code)).is(200);
        assert!(!public.has("Đã nộp hồ sơ"), "{}", public.html);
        let code = listed(&app.clerk(WARD), &receipt.code)[0]["code"].as_str().unwrap().to_owned();
        app.browserless().get(&format!("/kiem-tra/{code}")).is(200).says("01/TNHS-UBND");
        app.nobody().get("/kiem-tra/x").is(404);
        app.nobody().get("/ho-so/x").is(404);
    }

    fn however_many_ask_at_once_each_letter_has_one_number_and_one_face(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let codes: Vec<String> = (0..4).map(|_| clerk.take_in(BIRTH).code).collect();
        let printed: Vec<(String, Vec<u8>)> = std::thread::scope(|scope| {
            let asked: Vec<_> = (0..3).flat_map(|_| &codes).map(|code| {
                let app = &app;
                scope.spawn(move || (code.clone(), letter(&app.clerk(WARD), code, "receipt")))
            }).collect();
            asked.into_iter().map(|one| one.join().unwrap()).collect()
        });
        let mut faces: BTreeMap<&str, BTreeSet<&[u8]>> = BTreeMap::new();
        for (code, pdf) in &printed {
            faces.entry(code).or_default().insert(pdf);
        }
        assert!(faces.values().all(|faces| faces.len() == 1));
        let numbers = db.lines("select number as line from issued_letters order by number");
        assert_eq!(numbers, ["01/TNHS-UBND", "02/TNHS-UBND", "03/TNHS-UBND", "04/TNHS-UBND"]);
    }

    fn a_letter_whose_printing_was_cut_off_keeps_its_number(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let seq = listed(&app.clerk(WARD), &receipt.code)[0]["seq"].as_i64().unwrap();
        let cut_off = New {
            id: Uuid::from_u128(1),
            dossier: DossierId(receipt.id.parse().unwrap()),
            seq,
            kind: "receipt",
            agency: WARD.parse().unwrap(),
            year: 2026,
            sign: "TNHS-UBND".to_owned(),
            code: "ABCD-EFGH-JKMN".to_owned(),
            at: app.now(),
        };
        app.store().write(move |db| issue(db, &cut_off)).unwrap();
        app.nobody().get("verify/ABCD-EFGH-JKMN").is(200);
        app.later(Duration::HOUR);
        says(&letter(&app.clerk(WARD), &receipt.code, "receipt"), &["Số: 01/TNHS-UBND", "ABCD-EFGH-JKMN"]);
        let next = app.clerk(WARD).take_in(CERTIFICATE);
        says(&letter(&app.clerk(WARD), &next.code, "receipt"), &["Số: 02/TNHS-UBND"]);
    }

    fn every_letter_of_a_life_says_what_happened(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, officer) = (app.clerk(WARD), app.officer());
        let id = clerk.submit(CERTIFICATE);
        let seen = json!([{ "component": "to-khai", "fault": "unreadable", "note": "Chụp lại cho rõ" }]);
        clerk.guide(&id, &seen).is(200);
        says(&letter(&clerk, &id, "guidance"), &["PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ", "Chụp lại cho rõ", "01/PHD-UBND"]);
        let brought = json!([{ "component": "to-khai", "form": "original", "copies": 1, "paper_only_reason": "Bản giấy" }]);
        clerk.complete(&id, &brought).is(200);
        let receipt = clerk.accept(&id);
        clerk.done(&receipt.code, "tiep-nhan").is(200);
        officer.request_supplement(&id, &seen).is(200);
        says(&letter(&officer, &id, "supplement"), &["PHIẾU YÊU CẦU BỔ SUNG HỒ SƠ", "Chụp lại cho rõ", "ngày 01 tháng 12 năm 2026"]);
        clerk.supply(&id, &brought).is(200);
        officer.propose(&id, "2026-11-20T08:00:00+07:00").is(200);
        app.head().approve(&id).is(200);
        let apology = letter(&officer, &id, "apology");
        says(&apology, &[
            "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Phải xác minh ở nơi khác",
            "Ủy ban nhân dân phường xin lỗi và hẹn lại.", "08 giờ 00 phút, ngày 20 tháng 11 năm 2026",
            "THỦ TRƯỞNG CƠ QUAN", "Đã phê duyệt điện tử lúc 08:00 16/11/2026", "bản này chưa ký số",
        ]);
        officer.done(&id, "tra-cuu").is(200);
        app.head().grant(&id).is(200);
        clerk.hand_over(&id).is(200);
        says(&letter(&clerk, &id, "result-slip"), &["PHIẾU TRẢ KẾT QUẢ GIẢI QUYẾT HỒ SƠ"]);
        let sheet = letter(&app.head(), &id, "control-sheet");
        says(&sheet, &["PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "tạm dừng tính thời hạn"]);
        let all = ["guidance", "receipt", "supplement", "apology", "result-slip", "control-sheet"];
        assert_eq!(kinds(&listed(&clerk, &id)), all);
        assert_eq!(kinds(&listed(&app.holder(&receipt.secret), &id)), all[..5]);
        assert_eq!(kinds(&listed(&officer, &id)), ["guidance", "supplement", "apology", "result-slip", "control-sheet"]);
        let status = app.holder(&receipt.secret).get(&format!("status/{}", receipt.code)).is(200);
        assert_eq!(kinds(status.at("/details/letters").as_array().unwrap()), all[..5]);
    }

    fn a_refusal_names_its_ground_and_where_it_stands(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        let body = json!({ "ground": "khong-thuoc-tham-quyen", "explanation": "Cư trú nơi khác" });
        clerk.post(&format!("dossiers/{id}/refusal"), &body).is(200);
        says(&letter(&clerk, &id, "refusal"), &["PHIẾU TỪ CHỐI TIẾP NHẬN", "Cư trú nơi khác", "01/PTC-UBND"]);
    }

    fn the_apology_bears_the_heads_name_position_and_moment_and_a_signature_where_there_is_a_key(db: &TestDb) {
        let folder = keys();
        let app = TestApp::with(db, |config| config.letters.keys = folder.path().display().to_string());
        let head = app.store().read(|db| accounts::by_username(db, &username(kernel::Role::Head, WARD))).unwrap().unwrap();
        let id = head.id;
        app.store().write(move |db| accounts::appoint(db, id, "Chủ tịch")).unwrap();
        let receipt = rescheduled(&app);
        let pdf = letter(&app.holder(&receipt.secret), &receipt.code, "apology");
        says(&pdf, &["CHỦ TỊCH", &head.name, "Đã ký số lúc 08:00 16/11/2026"]);
        let said = signatures_of(&pdf);
        assert!(said.contains("Signature is Valid") && said.contains("Total document signed"), "{said}");
        assert_eq!(listed(&app.head(), &receipt.code)[0]["signed"], true);
    }

    fn a_deputy_signs_in_the_heads_place(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.code, "tiep-nhan").is(200);
        app.officer().propose(&receipt.code, "2026-11-20T08:00:00+07:00").is(200);
        app.someone(kernel::Role::Deputy, WARD).approve(&receipt.code).is(200);
        says(&letter(&app.head(), &receipt.code, "apology"), &["KT. THỦ TRƯỞNG CƠ QUAN", "PHÓ THỦ TRƯỞNG CƠ QUAN"]);
    }

    fn a_belated_apology_says_when_the_result_may_be_expected(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.later(Duration::days(7));
        app.head().apologise(&receipt.code, &app.next_open(Duration::days(1))).is(200);
        says(&letter(&app.head(), &receipt.code, "belated-apology"), &[
            "PHIẾU XIN LỖI VỀ VIỆC TRỄ HẠN", "17 giờ 30 phút, ngày 19 tháng 11 năm 2026", "vẫn được tính là trễ hạn",
        ]);
    }

    fn nobody_reads_a_letter_that_isnt_theirs(db: &TestDb) {
        let app = TestApp::on(db);
        let (receipt, other) = (rescheduled(&app), rescheduled(&app));
        let path = |kind: &str| format!("dossiers/{}/letters/{kind}.pdf", receipt.id);
        app.nobody().get(&path("apology")).is(401);
        app.holder(&other.secret).get(&path("apology")).is(404);
        app.holder(&receipt.secret).get(&path("control-sheet")).is(404);
        app.officer().get(&path("receipt")).is(404);
        app.clerk("H32.11").get(&path("apology")).is(404);
        app.someone(kernel::Role::Supervisor, WARD).get(&path("apology")).is(403);
        for kind in ["register", "khong-co", "guidance", "result-slip"] {
            app.clerk(WARD).get(&path(kind)).is(404);
        }
        app.clerk(WARD).get(&format!("{}?seq=1", path("receipt"))).is(404);
        app.clerk(WARD).get(&format!("{}?seq=x", path("receipt"))).is(422);
    }

    fn what_several_agencies_need_names_each(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let sheet = letter(&app.clerk(WARD), bundle.code(), "control-sheet");
        says(&sheet, &["Công an phường Hải Đăng", "Đang thực hiện"]);
    }

    fn what_was_issued_is_never_changed_nor_taken_back(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        letter(&app.clerk(WARD), &receipt.code, "receipt");
        for change in ["number = '02/TNHS-UBND'", "code = 'x'", "kind = 'apology'", "sha256 = null, signed = null"] {
            db.raw_sql(&format!("update issued_letters set {change}")).unwrap_err();
        }
        db.raw_sql("delete from issued_letters").unwrap_err();
    }

    fn templates_of_the_office_change_only_what_is_printed_later(db: &TestDb) {
        let shelf = tempfile::tempdir().unwrap();
        let files = shelf.path().display().to_string();
        let app = TestApp::with(db, |config| config.letters.files.clone_from(&files));
        let first = app.clerk(WARD).take_in(CERTIFICATE);
        let before = letter(&app.clerk(WARD), &first.code, "receipt");
        drop(app);
        let office = tempfile::tempdir().unwrap();
        let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/letters/templates/receipt.typ");
        let own = fs::read_to_string(built_in).unwrap().replace("Mã tra cứu", "Mã bí mật");
        fs::write(office.path().join("receipt.typ"), own).unwrap();
        fs::write(office.path().join("apology.typ"), "#khong-co").unwrap();
        let app = TestApp::with(db, |config| {
            config.letters.files.clone_from(&files);
            config.letters.templates = office.path().display().to_string();
        });
        assert_eq!(letter(&app.clerk(WARD), &first.code, "receipt"), before);
        let second = app.clerk(WARD).take_in(CERTIFICATE);
        says(&letter(&app.clerk(WARD), &second.code, "receipt"), &["Mã bí mật"]);
        let third = rescheduled(&app);
        says(&letter(&app.head(), &third.code, "apology"), &["PHIẾU XIN LỖI"]);
    }

    fn the_register_of_a_counter_lists_its_days(db: &TestDb) {
        let app = TestApp::on(db);
        let first = app.clerk(WARD).take_in(CERTIFICATE);
        let clerk = app.clerk(WARD);
        clerk.done(&first.code, "tiep-nhan").is(200);
        app.officer().done(&first.code, "tra-cuu").is(200);
        app.head().grant(&first.code).is(200);
        clerk.hand_over(&first.code).is(200);
        app.later(Duration::DAY);
        let second = app.clerk(WARD).take_in(CERTIFICATE);
        let register = |days: &str| app.clerk(WARD).get(&format!("register.pdf?{days}"));
        let both = register("from=2026-11-16&until=2026-11-17").is(200).bytes;
        says(&both, &["SỔ THEO DÕI HỒ SƠ", &first.code, &second.code, "Nguyễn Thị Bí Mật", "16/11/2026", "officer-h32.10"]);
        let one = register("from=2026-11-17&until=2026-11-17").is(200).bytes;
        assert!(!letters_of(&one).contains(&first.code) && letters_of(&one).contains(&second.code));
        for wrong in ["", "from=2026-11-17", "from=2026-11-17&until=2026-11-16", "from=2026-01-01&until=2026-11-16", "from=x&until=2026-11-16"] {
            register(wrong).is(422);
        }
        let strange = app.clerk("H32.11").get("register.pdf?from=2026-11-16&until=2026-11-17").is(200).bytes;
        assert!(!letters_of(&strange).contains(&first.code));
        app.nobody().get("register.pdf?from=2026-11-16&until=2026-11-17").is(401);
    }

    fn the_words_of_a_name_are_words_and_nothing_else(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let name = "Trần #read(\"/etc/passwd\") *Văn* $x$ <Ẩn>";
        let odd = Submission::complete(&clerk, CERTIFICATE).with("/applicant/name", name);
        let receipt = clerk.accept(&clerk.hand_in(&odd));
        says(&letter(&clerk, &receipt.code, "receipt"), &[name]);
    }
}
