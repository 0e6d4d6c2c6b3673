//! SMS over SMPP 3.4, as mobile operators speak it.

mod frame;
mod inbox;
mod link;
mod reader;
mod receipt;
mod settings;
mod status;
mod submit;
mod wire;

pub use receipt::Receipt;
pub use settings::SmppSettings;

use super::{Failure, Outgoing, Sent, Transport};
use inbox::Inbox;
use link::Link;
use rusmpp_core::pdus::owned::SubmitSm;
use settings::Sender;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use wire::Broken;

/// SMS over SMPP: one connection, bound as a transceiver when the first message goes out, kept for the next ones, and bound
/// anew with the first message after it broke. It is unbound when this value is dropped.
pub struct Smpp {
    settings: SmppSettings,
    sender: Sender,
    link: Mutex<Option<Arc<Link>>>,
    inbox: Arc<Inbox>,
}

impl fmt::Debug for Smpp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smpp").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Smpp {
    /// Prepares to send; connects to nobody yet.
    ///
    /// # Errors
    /// In words: a setting that doesn't fit the protocol.
    pub fn new(settings: SmppSettings) -> Result<Self, String> {
        settings.check()?;
        let sender = Sender::read(&settings.from)?;
        Ok(Self { settings, sender, link: Mutex::default(), inbox: Arc::default() })
    }

    /// The connection, if it still stands, or a new one.
    fn link(&self) -> Result<Arc<Link>, Failure> {
        let mut kept = self.link.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(link) = kept.as_ref().filter(|link| link.is_open()) {
            return Ok(Arc::clone(link));
        }
        let link = Arc::new(Link::bind(&self.settings, &self.inbox)?);
        *kept = Some(Arc::clone(&link));
        Ok(link)
    }
}

impl Transport for Smpp {
    fn send(&self, outgoing: &Outgoing) -> Result<Sent, Failure> {
        let parts = submit::parts(outgoing, &self.sender)?;
        let link = self.link()?;
        let begun = Instant::now();
        submitted(parts, |part| link.submit(part, self.settings.timeout.saturating_sub(begun.elapsed())))
    }

    /// They come in as long as the connection stands.
    fn receipts(&self) -> Vec<Receipt> {
        self.inbox.take()
    }
}

/// Hands the parts over one after the other, until one isn't taken. The last one's id is the message's: it is the one whose
/// receipt was asked for. A message whose last part never went out isn't read by anybody, whatever became of the others:
/// where the connection breaks before that, the whole is tried again, and its parts, which bear the same reference, complete
/// those that came through.
fn submitted(
    parts: Vec<SubmitSm>,
    mut submit: impl FnMut(SubmitSm) -> Result<Sent, Refusal>,
) -> Result<Sent, Failure> {
    let last = parts.len().saturating_sub(1);
    let mut sent = Sent { provider_reference: None };
    for (place, part) in parts.into_iter().enumerate() {
        sent = submit(part).map_err(|refusal| match refusal {
            Refusal::Refused(failure) => failure,
            Refusal::Broken(Broken::After(why)) if place == last => Failure::Unknown(why),
            Refusal::Broken(Broken::Before(why) | Broken::After(why)) => Failure::later(why),
        })?;
    }
    Ok(sent)
}

/// Why one part wasn't taken.
#[derive(Debug)]
enum Refusal {
    /// The gateway says so.
    Refused(Failure),
    /// It says nothing.
    Broken(Broken),
}

#[cfg(test)]
mod tests {
    use super::{Broken, Refusal, Smpp, SmppSettings, submitted};
    use crate::{Failure, Sent};
    use rusmpp_core::pdus::owned::SubmitSm;

    /// What comes of a message of three parts, of which the one at `place` is refused.
    fn sent(place: usize, refusal: fn() -> Refusal) -> (Result<Sent, Failure>, usize) {
        let mut tried = 0;
        let came = submitted(vec![SubmitSm::default(); 3], |_| {
            tried += 1;
            let id = Some(format!("id-{tried}"));
            if tried == place { Err(refusal()) } else { Ok(Sent { provider_reference: id }) }
        });
        (came, tried)
    }

    #[test]
    fn a_message_has_the_id_of_its_last_part() {
        let whole = sent(0, || Refusal::Broken(Broken::After(String::new())));
        assert_eq!(whole, (Ok(Sent { provider_reference: Some("id-3".to_owned()) }), 3));
    }

    #[test]
    fn it_may_have_been_delivered_only_if_its_last_part_went_out() {
        let after = || Refusal::Broken(Broken::After("silence".to_owned()));
        let before = || Refusal::Broken(Broken::Before("no line".to_owned()));
        assert_eq!(sent(3, after), (Err(Failure::Unknown("silence".to_owned())), 3));
        assert_eq!(sent(2, after), (Err(Failure::later("silence")), 2));
        assert_eq!(sent(3, before), (Err(Failure::later("no line")), 3));
    }

    #[test]
    fn after_a_refused_part_no_other_goes_out() {
        let refused = || Refusal::Refused(Failure::Never("no".to_owned()));
        assert_eq!(sent(1, refused), (Err(Failure::Never("no".to_owned())), 1));
    }

    #[test]
    fn what_the_protocol_cannot_carry_is_said_at_once_and_without_the_password() {
        let long = SmppSettings { password: crate::Secret::new("nine-long"), ..SmppSettings::sample() };
        let why = Smpp::new(long).expect_err("nine characters");
        assert!(why.contains("password") && !why.contains("nine-long"), "{why}");
        let smpp = Smpp::new(SmppSettings::sample()).expect("sound settings");
        assert!(!format!("{smpp:?}").contains("smpp-key"));
    }
}
