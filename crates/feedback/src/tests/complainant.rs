//! What gives a person away.

use super::*;

#[test]
fn a_person_is_known_by_name_phone_or_e_mail_however_they_are_written() {
    for (text, named) in [
        ("Ông Trần  Văn Kín, ở phường", vec!["name"]),
        ("TRẦN VĂN KÍN", vec!["name"]),
        ("gọi 0905.007.777", vec!["phone"]),
        ("gọi 0905007777, kin@EXAMPLE.vn", vec!["phone", "email"]),
        ("Ông Trần Văn Kính", vec![]),
        ("Ông Trần Kín", vec![]),
        ("gọi 0905 007 77", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(complainant().named_in(text), named, "{text}");
    }
}

#[test]
fn what_was_not_given_stands_nowhere() {
    let text = "Hoa nở năm 2026, phòng 101";
    assert!(Complainant::default().named_in(text).is_empty());
    let short = Complainant { name: "Hoa".to_owned(), phone: "101".to_owned(), email: " ".to_owned() };
    assert!(short.named_in(text).is_empty(), "a word and a room like others");
}
