//! Who raised something, as far as they said.

use unicode_normalization::UnicodeNormalization;

/// Who raised it: nothing of it is ever published. Each may be empty: people needn't say who they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Complainant {
    /// Their name.
    pub name: String,
    /// Their phone.
    pub phone: String,
    /// Their e-mail.
    pub email: String,
}

/// Fewer digits than a phone number has are a room or a year.
const DIGITS: usize = 8;

/// The last digits of a phone number, which tell it from others: what stands before them, `0` or `+84`, is written or left out.
const TELLING: usize = 9;

/// What people put between the digits of one phone number, besides spaces. `(` and `+` aren't among them: they begin one.
const BETWEEN: [char; 6] = ['.', '-', '\u{2010}', '\u{2011}', '\u{2013}', ')'];

/// What people sign with who give no name, in small letters; one may follow another (“Một người dân giấu tên”). Answers are full
/// of these words, and nobody is known by them.
const NOBODY: [&str; 26] = [
    "một",
    "một số",
    "các",
    "người dân",
    "công dân",
    "nhân dân",
    "cư dân",
    "hộ dân",
    "bà con",
    "cử tri",
    "bạn đọc",
    "cá nhân",
    "tổ chức",
    "doanh nghiệp",
    "khách hàng",
    "người gửi",
    "người phản ánh",
    "người kiến nghị",
    "người nộp hồ sơ",
    "ẩn danh",
    "nặc danh",
    "giấu tên",
    "không tên",
    "không nêu tên",
    "không có",
    "không rõ",
];

impl Complainant {
    /// What of them stands in a text: `name`, `phone`, `email`. A name of one word is a word like others, and isn't looked for.
    pub fn named_in(&self, text: &str) -> Vec<&'static str> {
        let given = [
            ("name", self.is_named(text)),
            ("phone", self.is_called(text)),
            ("email", self.is_written_to(text)),
        ];
        given.into_iter().filter(|(_, stands)| *stands).map(|(what, _)| what).collect()
    }

    fn is_named(&self, text: &str) -> bool {
        let (name, text) = (words(&self.name), words(text));
        let is_a_name = name.len() > 1 && !is_nobody(&name.join(" "));
        is_a_name && text.windows(name.len()).any(|words| words == name)
    }

    /// Every digit of the text counts, whatever stands between them: so many in that order are hardly there by chance.
    fn is_called(&self, text: &str) -> bool {
        let text = digits(text);
        phones(&self.phone).iter().any(|phone| text.contains(phone))
    }

    fn is_written_to(&self, text: &str) -> bool {
        let email = plain(self.email.trim());
        !email.is_empty() && plain(text).contains(&email)
    }
}

/// A text in small letters, each letter one character: people type `é` as one, or as `e` and its mark. The marks stay, since
/// without them Mr Phan Anh stands in every answer to a “phản ánh”.
fn plain(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase()
}

/// The words of a text, in small letters, without what stands around them.
fn words(text: &str) -> Vec<String> {
    let text = plain(text);
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Whether a name is made of what nobody is known by, and of nothing else.
fn is_nobody(name: &str) -> bool {
    let name = name.trim_start();
    name.is_empty() || NOBODY.iter().any(|nobody| name.strip_prefix(nobody).is_some_and(is_nobody))
}

/// What tells each phone number that was given from others; there may be two, or a remark beside one (“17h-18h”).
fn phones(given: &str) -> Vec<String> {
    let ends_a_number =
        |sign: char| !(sign.is_ascii_digit() || sign.is_whitespace() || BETWEEN.contains(&sign));
    let numbers = given.split(ends_a_number).map(digits).filter(|number| number.len() >= DIGITS);
    numbers.map(|number| number[number.len().saturating_sub(TELLING)..].to_owned()).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
