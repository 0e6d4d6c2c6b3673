//! What the gateway answers.

use crate::transport::{Failure, Sent};
use time::Duration;
use ureq::http::HeaderMap;
use ureq::{Error, Timeout};

/// More of an answer isn't read, in bytes.
pub(super) const LONGEST: u64 = 10_000;

/// What an answer means: `0: Accepted for delivery`, `3: Queued for later delivery`, or a refusal.
pub(super) fn read(status: u16, words: &str, retry_after: Option<Duration>) -> Result<Sent, Failure> {
    let why = format!("the gateway answers {status}: {}", shortened(words));
    match status {
        200..300 if is_refusal(words) => Err(Failure::Never(why)),
        200..300 => Ok(Sent { provider_reference: None }),
        // The password is wrong, or the address: the message isn't at fault.
        300..=399 | 401 | 403..=405 | 408 | 429 | 500.. => Err(Failure::Later { why, retry_after }),
        _ => Err(Failure::Never(why)),
    }
}

/// Some gateways refuse with a 200: anything but 0 and 3 before the colon.
fn is_refusal(words: &str) -> bool {
    let number = words.split_once(':').and_then(|(number, _)| number.trim().parse::<i32>().ok());
    number.is_some_and(|number| number != 0 && number != 3)
}

/// How many seconds the gateway asks to be left alone.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds: u32 = headers.get("retry-after")?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::seconds(seconds.into()))
}

/// A conversation that broke: before the question was out, it is asked again; after that nobody knows. The words are our
/// own, as the library's might name the address, which holds the password.
pub(super) fn broken(error: &Error) -> Failure {
    match error {
        Error::HostNotFound => Failure::later("the gateway's name isn't known"),
        Error::ConnectionFailed => Failure::later("the gateway can't be reached"),
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
            Failure::later("the gateway doesn't take the call")
        }
        Error::Io(why) if is_before(why.kind()) => {
            Failure::later(format!("the gateway can't be reached: {why}"))
        }
        Error::Io(why) => Failure::Unknown(format!("the connection to the gateway broke: {why}")),
        Error::Timeout(_) => Failure::Unknown("the gateway doesn't answer in time".to_owned()),
        Error::Protocol(_) => Failure::Unknown("the gateway's answer makes no sense".to_owned()),
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::TlsRequired => {
            Failure::later("the gateway's certificate isn't trusted")
        }
        _ => Failure::later("the gateway can't be asked: is its address right?"),
    }
}

/// Errors that can't come once a connection stands.
fn is_before(kind: std::io::ErrorKind) -> bool {
    use std::io::ErrorKind::{AddrNotAvailable, ConnectionRefused, HostUnreachable, NetworkUnreachable};
    matches!(kind, AddrNotAvailable | ConnectionRefused | HostUnreachable | NetworkUnreachable)
}

fn shortened(words: &str) -> String {
    words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::Failure;
    use time::Duration;

    #[test]
    fn what_is_accepted_or_queued_is_sent() {
        for words in ["0: Accepted for delivery", "3: Queued for later delivery", "Sent.", ""] {
            assert!(read(202, words, None).is_ok(), "{words}");
        }
    }

    #[test]
    fn what_is_refused_is_never_sent() {
        for (status, words) in [(400, "Missing receiver number, rejected"), (200, "4: Rejected"), (414, "")] {
            assert!(matches!(read(status, words, None), Err(Failure::Never(_))), "{status} {words}");
        }
    }

    #[test]
    fn a_gateway_that_is_busy_or_that_refuses_us_is_asked_again() {
        for status in [302, 401, 403, 404, 408, 429, 500, 502, 503, 504] {
            let retry_after = Some(Duration::seconds(30));
            let failure = read(status, "Temporal failure, try again later.", retry_after);
            let Err(Failure::Later { retry_after: told, .. }) = failure else {
                panic!("{status}: {failure:?}")
            };
            assert_eq!(told, retry_after);
        }
    }
}
