//! What gives a person away.

use super::*;

fn signed(name: &str) -> Complainant {
    Complainant { name: name.to_owned(), ..Complainant::default() }
}

fn called(phone: &str) -> Complainant {
    Complainant { phone: phone.to_owned(), ..Complainant::default() }
}

#[test]
fn a_person_is_known_by_name_phone_or_e_mail_however_they_are_written() {
    for (text, named) in [
        ("Ông Trần  Văn Kín, ở phường", vec!["name"]),
        ("TRẦN VĂN KÍN", vec!["name"]),
        ("gọi 0905.007.777", vec!["phone"]),
        ("gọi 0905007777, kin@EXAMPLE.vn", vec!["phone", "email"]),
        ("Ông Trần Văn Kín, 0905-007-777, kin@example.vn", vec!["name", "phone", "email"]),
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

#[test]
fn a_phone_is_the_same_with_its_country_code_and_without() {
    let same = [
        "0905 007 777",
        "0905007777",
        "0905.007.777",
        "0905-007-777",
        "0905\u{a0}007–777",
        "84905007777",
        "+84 905 007 777",
        "(+84) 905.007-777",
        "+84 (0)905 007 777",
    ];
    for given in same {
        for text in same {
            assert_eq!(called(given).named_in(&format!("Gọi {text} nhé")), ["phone"], "{given} in {text}");
        }
        for text in ["0905 007 778", "0906 007 777", "905 007 77", "05 007 777", "+84", ""] {
            assert!(called(given).named_in(text).is_empty(), "{given} in {text}");
        }
    }
}

#[test]
fn of_a_short_number_every_digit_tells_and_of_a_shorter_one_none() {
    assert_eq!(called("3822 2222").named_in("Gọi 0258.3822.2222"), ["phone"]);
    assert!(called("3822 2222").named_in("Gọi 0258.822.2222").is_empty());
    assert!(called("382 2222").named_in("Gọi 382 2222").is_empty(), "seven digits");
}

#[test]
fn of_two_phones_each_is_looked_for_and_a_remark_is_none() {
    let two = called("0905007777 / (0258) 3822 222");
    for text in ["0905 007 777", "02583822222"] {
        assert_eq!(two.named_in(text), ["phone"], "{text}");
    }
    assert!(two.named_in("0777 025 838").is_empty(), "the end of one and the beginning of the other");
    for given in ["0905 007 777 (17h-18h)", "0905 007 777, sau 17 giờ", "0905007777 +84258 3822 222"] {
        assert_eq!(called(given).named_in("+84905007777"), ["phone"], "{given}");
    }
    assert!(called("sau 17 giờ").named_in("sau 17 giờ").is_empty());
}

#[test]
fn a_letter_is_the_same_whether_its_marks_stand_apart_or_not() {
    let composed = "Trần Việt Kín";
    let apart = "Tra\u{302}\u{300}n Vie\u{323}\u{302}t Ki\u{301}n";
    let half = "Trâ\u{300}n Viê\u{323}t Ki\u{301}n";
    for given in [composed, apart, half] {
        for text in [composed, apart, half] {
            assert_eq!(
                signed(given).named_in(&format!("Ông {text}, ở phường")),
                ["name"],
                "{given} in {text}"
            );
            assert_eq!(signed(given).named_in(&text.to_uppercase()), ["name"], "{given} in {text}");
        }
        for text in ["Trần Viết Kín", "Tran Viet Kin", "Tra\u{302}\u{300}n Vie\u{323}\u{302}t Ki\u{309}n"]
        {
            assert!(signed(given).named_in(text).is_empty(), "another name: {given} in {text}");
        }
    }
    let email = Complainant { email: "ki\u{301}n@example.vn".to_owned(), ..Complainant::default() };
    assert_eq!(email.named_in("KÍN@example.vn"), ["email"]);
}

#[test]
fn its_marks_tell_a_name_from_a_word() {
    assert!(signed("Phan Anh").named_in("Phản ánh đã được xử lý").is_empty());
    assert_eq!(signed("Phan Anh").named_in("Phản ánh của ông Phan Anh"), ["name"]);
}

#[test]
fn who_signs_with_no_name_is_not_named_by_words_like_theirs() {
    for name in [
        "Người dân",
        "công dân",
        "ẨN DANH",
        "Một người dân",
        "Một số hộ dân",
        "Công dân (ẩn danh)",
        "Một người dân giấu tên",
        "Ngươ\u{300}i dân",
        "Không có",
    ] {
        let text = format!("Cảm ơn {name}. Người dân, công dân một khi ẩn danh, không có tên");
        assert!(signed(name).named_in(&text).is_empty(), "{name}");
    }
    let reachable = Complainant { name: "Ẩn danh".to_owned(), ..complainant() };
    assert_eq!(reachable.named_in("Ẩn danh, 0905 007 777"), ["phone"], "what else was given is looked for");
}

#[test]
fn a_name_with_such_words_in_it_is_a_name() {
    for name in ["Nguyễn Công Dân", "Công Danh", "Dân Ẩn", "Người Dânh", "Công dân Trần Văn Kín"]
    {
        assert_eq!(signed(name).named_in(&format!("Ông {name} đã hỏi")), ["name"], "{name}");
    }
}
