//! Signatures, as poppler's `pdfsig` judges them. The keys are in `tests/keys`.

use letters::sign::{Signing, SigningError, SigningKey, sign};
use letters::{Kind, samples};
use lopdf::Document;
use time::macros::datetime;

use crate::poppler::{letters_of, opinion};
use crate::sample;

const PASSPHRASE: &str = "mật-khẩu";

const RSA: &[u8] = include_bytes!("../keys/rsa.p12");
const LEGACY: &[u8] = include_bytes!("../keys/rsa-legacy.p12");
const EC: &[u8] = include_bytes!("../keys/ec.p12");
const P384: &[u8] = include_bytes!("../keys/p384.p12");
const EXPIRED: &[u8] = include_bytes!("../keys/expired.p12");
const NO_KEY: &[u8] = include_bytes!("../keys/no-key.p12");

fn key(file: &[u8]) -> SigningKey {
    SigningKey::read(file, PASSPHRASE).expect("a key")
}

fn signing() -> Signing {
    Signing {
        name: "Nguyễn Thị Thùy Dương".to_owned(),
        reason: "Phê duyệt phiếu xin lỗi và hẹn lại ngày trả kết quả".to_owned(),
        place: "Nha Trang (Khánh Hòa)".to_owned(),
        at: datetime!(2026-11-26 10:00 +7),
    }
}

fn signed(file: &[u8]) -> Vec<u8> {
    sign(&sample(Kind::Apology), &key(file), &signing()).expect("signed")
}

#[test]
fn a_signature_is_valid_and_covers_the_whole_letter() {
    for file in [RSA, EC] {
        let said = opinion("pdfsig", &signed(file));
        for words in [
            "Signature Validation: Signature is Valid.",
            "Total document signed",
            "Signature Type: ETSI.CAdES.detached",
            "Signing Hash Algorithm: SHA-256",
            "Signing Time: Nov 26 2026 03:00:00",
        ] {
            assert!(said.contains(words), "{words} isn't in\n{said}");
        }
    }
}

#[test]
fn tampering_shows() {
    let mut pdf = signed(RSA);
    let at = pdf.windows(6).position(|bytes| bytes == b"motcua").expect("the program's name");
    pdf[at] = b'M';
    let said = opinion("pdfsig", &pdf);
    assert!(said.contains("Digest Mismatch"), "{said}");
}

#[test]
fn a_signature_is_appended_and_the_letter_stays_as_it_was() {
    let before = sample(Kind::Apology);
    let after = signed(RSA);
    assert!(after.starts_with(&before));
    assert_eq!(letters_of(&after), letters_of(&before));
    let document = Document::load_mem(&after).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    for kept in [&b"OutputIntents"[..], b"StructTreeRoot", b"MarkInfo", b"Metadata", b"AcroForm"] {
        assert!(catalog.has(kept), "{}", String::from_utf8_lossy(kept));
    }
}

#[test]
fn the_same_signature_is_the_same_bytes() {
    for file in [RSA, EC] {
        assert!(signed(file) == signed(file));
    }
}

#[test]
fn a_file_of_the_old_kind_opens_too() {
    assert!(SigningKey::read(LEGACY, "legacy").is_ok());
}

#[test]
fn a_wrong_passphrase_is_told_from_a_file_that_is_none() {
    for file in [RSA, EC, LEGACY] {
        let answer = SigningKey::read(file, "sai");
        assert!(matches!(answer, Err(SigningError::WrongPassphrase)), "{answer:?}");
    }
    let answer = SigningKey::read(b"no PKCS#12", PASSPHRASE);
    assert!(matches!(answer, Err(SigningError::Unreadable(_))), "{answer:?}");
}

#[test]
fn a_file_without_a_key_and_a_key_of_another_kind_are_refused() {
    let answer = SigningKey::read(NO_KEY, PASSPHRASE);
    assert!(matches!(answer, Err(SigningError::NoKey)), "{answer:?}");
    let answer = SigningKey::read(P384, PASSPHRASE);
    assert!(matches!(answer, Err(SigningError::Unsupported)), "{answer:?}");
}

#[test]
fn nothing_is_signed_outside_the_certificate_s_time() {
    let key = key(EXPIRED);
    assert_eq!(key.valid_until(), datetime!(2021-01-01 00:00 UTC));
    let pdf = sample(Kind::Apology);
    let late = sign(&pdf, &key, &signing());
    assert!(matches!(late, Err(SigningError::Expired(_))), "{late:?}");
    let early = sign(&pdf, &key, &Signing { at: datetime!(2019-12-31 23:59 UTC), ..signing() });
    assert!(matches!(early, Err(SigningError::NotYetValid(_))), "{early:?}");
    let then = sign(&pdf, &key, &Signing { at: datetime!(2020-06-01 00:00 UTC), ..signing() });
    assert!(then.is_ok(), "{then:?}");
}

#[test]
fn what_is_no_pdf_or_is_signed_already_is_refused() {
    for pdf in [b"no PDF".to_vec(), signed(RSA)] {
        let answer = sign(&pdf, &key(RSA), &signing());
        assert!(matches!(answer, Err(SigningError::Pdf(_))), "{answer:?}");
    }
}

#[test]
fn the_key_is_not_told_by_its_debug_words() {
    let told = format!("{:?}", key(RSA));
    assert!(told.starts_with("SigningKey { subject: ") && told.len() < 200, "{told}");
    assert_eq!(samples::AT, datetime!(2026-11-25 09:30 +7));
}
