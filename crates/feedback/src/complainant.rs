//! Who raised something, as far as they said.

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
        name.len() > 1 && text.windows(name.len()).any(|words| words == name)
    }

    fn is_called(&self, text: &str) -> bool {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let phone = digits(&self.phone);
        phone.len() >= DIGITS && digits(text).contains(&phone)
    }

    fn is_written_to(&self, text: &str) -> bool {
        let email = self.email.trim().to_lowercase();
        !email.is_empty() && text.to_lowercase().contains(&email)
    }
}

/// The words of a text, in small letters, without what stands around them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
