//! What is asked of the gateway.

use super::KannelSettings;
use crate::sms::{Coding, Segments};
use crate::transport::Outgoing;
use form_urlencoded::Serializer;

/// Delivered, failed, buffered, taken over by the operator, refused by the operator.
const EVERY_REPORT: &str = "31";

/// The query of `sendsms`. It holds the password.
pub(super) fn query(outgoing: &Outgoing, settings: &KannelSettings) -> String {
    let message = &outgoing.message;
    let mut query = Serializer::new(String::new());
    query
        .append_pair("username", &settings.username)
        .append_pair("password", settings.password.reveal())
        .append_pair("from", &settings.from)
        .append_pair("to", &message.to)
        .append_pair("charset", "UTF-8")
        .append_pair("coding", coding(&message.text))
        .append_pair("text", &message.text);
    if let Some(address) = &settings.reports_to {
        let back = report_address(address, outgoing);
        query.append_pair("dlr-mask", EVERY_REPORT).append_pair("dlr-url", &back);
    }
    query.finish()
}

fn coding(text: &str) -> &'static str {
    match Segments::of(text).coding() {
        Coding::Gsm7 => "0",
        Coding::Ucs2 => "2",
    }
}

/// The gateway puts the state for `%d` and the moment, in seconds since 1970, for `%T`.
fn report_address(address: &str, outgoing: &Outgoing) -> String {
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}reference={}&state=%d&at=%T", outgoing.reference)
}

#[cfg(test)]
mod tests {
    use super::query;
    use crate::{Channel, KannelSettings, Message, Outgoing, Secret};
    use kernel::Lang;
    use std::time::Duration;
    use time::macros::datetime;
    use uuid::Uuid;

    fn settings(reports_to: Option<&str>) -> KannelSettings {
        KannelSettings {
            url: "http://127.0.0.1:13013/cgi-bin/sendsms".to_owned(),
            username: "motcua".to_owned(),
            password: Secret::new("a&b"),
            from: "KHANHHOA".to_owned(),
            reports_to: reports_to.map(str::to_owned),
            connect_timeout: Duration::from_secs(1),
            timeout: Duration::from_secs(2),
        }
    }

    fn asked(text: &str, reports_to: Option<&str>) -> String {
        let message = Message {
            channel: Channel::Sms,
            to: "+84905123456".to_owned(),
            subject: None,
            text: text.to_owned(),
            lang: Lang::Vi,
        };
        let at = datetime!(2026-11-26 08:00 +7);
        query(
            &Outgoing { reference: Uuid::from_u128(7), at, message, enclosed: Vec::new() },
            &settings(reports_to),
        )
    }

    #[test]
    fn plain_text_goes_in_the_gsm_alphabet() {
        let expected = "username=motcua&password=a%26b&from=KHANHHOA&to=%2B84905123456&charset=UTF-8&coding=0&text=Ho+so+1%2F2";
        assert_eq!(asked("Ho so 1/2", None), expected);
    }

    #[test]
    fn vietnamese_goes_in_ucs2() {
        assert!(asked("Hồ sơ", None).ends_with("&coding=2&text=H%E1%BB%93+s%C6%A1"));
    }

    #[test]
    fn reports_come_back_with_the_notices_id() {
        let back = "&dlr-mask=31&dlr-url=http%3A%2F%2Fmotcua%2Fsms%3Freference%3D00000000-0000-0000-0000-000000000007%26state%3D%25d%26at%3D%25T";
        assert!(asked("x", Some("http://motcua/sms")).ends_with(back));
        assert!(asked("x", Some("http://motcua/sms?key=k")).contains("%3Fkey%3Dk%26reference%3D"));
    }

    #[test]
    fn settings_show_no_password() {
        assert!(!format!("{:?}", settings(None)).contains("a&b"));
    }
}
