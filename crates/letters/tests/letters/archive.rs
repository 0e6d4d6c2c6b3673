//! What can be checked of PDF/A-2a without a validator.

use letters::Kind;
use lopdf::Document;

use crate::poppler::opinion;
use crate::sample;

#[test]
fn each_letter_calls_itself_pdf_a_2a_and_has_what_that_needs() {
    for kind in Kind::ALL {
        let pdf = sample(kind);
        let xmp = String::from_utf8_lossy(&pdf);
        assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>"), "{kind}");
        assert!(xmp.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{kind}");
        let document = Document::load_mem(&pdf).expect("a PDF");
        let catalog = document.catalog().expect("a catalog");
        for needed in [&b"OutputIntents"[..], b"StructTreeRoot", b"MarkInfo", b"Metadata", b"Lang"] {
            assert!(catalog.has(needed), "{kind}: {}", String::from_utf8_lossy(needed));
        }
        assert!(document.trailer.has(b"ID") && !document.trailer.has(b"Encrypt"), "{kind}");
        let lang = catalog.get(b"Lang").and_then(lopdf::Object::as_str).expect("a language");
        assert_eq!(lang, b"vi-VN", "{kind}");
    }
}

#[test]
fn each_face_is_embedded_and_maps_to_unicode() {
    for kind in Kind::ALL {
        let fonts = opinion("pdffonts", &sample(kind));
        let faces: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(faces.len() >= 2, "{kind}: {fonts}");
        for face in faces {
            assert!(face.contains("Identity-H       yes yes yes"), "{kind}: {face}");
        }
    }
}

#[test]
fn title_author_and_program_are_told() {
    let about = opinion("pdfinfo", &sample(Kind::Receipt));
    for line in [
        "Title:           Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "Author:          Sở Xây dựng",
        "Creator:         motcua",
        "Tagged:          yes",
        "Encrypted:       no",
        "JavaScript:      no",
    ] {
        assert!(about.lines().any(|told| told == line), "{line} isn't in\n{about}");
    }
}
