//! An e-mail as it goes over the wire.

use super::SmtpSettings;
use crate::transport::{Enclosed, Failure, Outgoing};
use lettre::Message as Letter;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use std::error::Error;
use std::time::SystemTime;

/// Says that no person wrote it, so that no absence is reported back (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Plain text in UTF-8. The message's id is the notice's, the same at each attempt.
pub(super) fn write(outgoing: &Outgoing, settings: &SmtpSettings) -> Result<Letter, Failure> {
    let message = &outgoing.message;
    let to = message.to.parse().map_err(|_| Failure::DeadAddress(format!("`{}`", message.to)))?;
    let letter = Letter::builder()
        .from(Mailbox::new(Some(settings.from_name.clone()), settings.from.clone()))
        .to(Mailbox::new(None, to))
        .subject(message.subject.clone().unwrap_or_default())
        .date(SystemTime::from(outgoing.at))
        .message_id(Some(format!("<{}@{}>", outgoing.reference, settings.from.domain())))
        .header(AutoSubmitted);
    let letter = match outgoing.enclosed.as_slice() {
        [] => letter.header(ContentType::TEXT_PLAIN).body(message.text.clone()),
        enclosed => letter.multipart(parts(outgoing, enclosed)),
    };
    letter.map_err(|error| Failure::Never(error.to_string()))
}

/// The text, and the papers that go with it. Their boundary follows from the notice's id.
fn parts(outgoing: &Outgoing, enclosed: &[Enclosed]) -> MultiPart {
    let mixed = MultiPart::mixed().boundary(format!("motcua-{}", outgoing.reference.simple()));
    let text = SinglePart::plain(outgoing.message.text.clone());
    enclosed.iter().fold(mixed.singlepart(text), |mixed, paper| mixed.singlepart(attached(paper)))
}

fn attached(paper: &Enclosed) -> SinglePart {
    let pdf = ContentType::parse("application/pdf").expect("a media type");
    Attachment::new(paper.name.clone()).body(paper.pdf.clone(), pdf)
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::{Channel, Enclosed, Message, Outgoing, Secret, Security, SmtpSettings};
    use kernel::Lang;
    use std::time::Duration;
    use time::macros::datetime;
    use uuid::Uuid;

    fn settings() -> SmtpSettings {
        SmtpSettings {
            host: "localhost".to_owned(),
            port: 25,
            security: Security::StartTls,
            trusted: None,
            account: Some(("motcua".to_owned(), Secret::new("hush-hush"))),
            from_name: "Một cửa Khánh Hòa".to_owned(),
            from: "motcua@khanhhoa.gov.vn".parse().expect("an address"),
            timeout: Duration::from_secs(1),
        }
    }

    fn outgoing(to: &str) -> Outgoing {
        let message = Message {
            channel: Channel::Email,
            to: to.to_owned(),
            subject: Some("Đã tiếp nhận hồ sơ".to_owned()),
            text: "Kính gửi: Trần Thị Bình\n".to_owned(),
            lang: Lang::Vi,
        };
        Outgoing {
            reference: Uuid::from_u128(7),
            at: datetime!(2026-11-26 08:00 +7),
            message,
            enclosed: Vec::new(),
        }
    }

    #[test]
    fn a_paper_that_goes_with_it_is_a_part_of_its_own_and_the_same_each_time() {
        let letter = || {
            let pdf = b"%PDF-1.7 \xff".to_vec();
            let enclosed = vec![Enclosed { name: "receipt.pdf".to_owned(), pdf }];
            let with = Outgoing { enclosed, ..outgoing("binh@example.vn") };
            String::from_utf8(write(&with, &settings()).expect("a letter").formatted()).expect("ASCII")
        };
        assert_eq!(letter(), letter());
        for part in [
            "Content-Type: multipart/mixed",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Disposition: attachment; filename=\"receipt.pdf\"",
            "Content-Type: application/pdf",
            "JVBERi0xLjcg/w==",
        ] {
            assert!(letter().contains(part), "{part}: {}", letter());
        }
    }

    #[test]
    fn the_same_notice_is_the_same_letter_byte_for_byte() {
        let letter = || write(&outgoing("binh@example.vn"), &settings()).expect("a letter").formatted();
        assert_eq!(letter(), letter());
        let letter = String::from_utf8(letter()).expect("ASCII");
        assert!(letter.is_ascii());
        for header in [
            "Message-ID: <00000000-0000-0000-0000-000000000007@khanhhoa.gov.vn>\r\n",
            "Date: Thu, 26 Nov 2026 01:00:00 +0000\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "To: binh@example.vn\r\n",
            "Content-Type: text/plain; charset=utf-8\r\n",
            "Subject: =?utf-8?b?",
            "From: =?utf-8?b?",
        ] {
            assert!(letter.contains(header), "{header}\n{letter}");
        }
    }

    #[test]
    fn settings_show_no_password() {
        assert!(!format!("{:?}", settings()).contains("hush"));
    }
}
