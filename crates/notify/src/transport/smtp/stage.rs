//! What a failure means, by how far the conversation had come.

use crate::transport::Failure;
use lettre::transport::smtp::Error;

/// How far the conversation had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Greeting, TLS, signing in: the message isn't at fault, whatever is said.
    Connecting,
    /// The sender was named.
    Sender,
    /// The recipient was named.
    Recipient,
    /// Nothing of the message has gone out yet.
    Before,
    /// The message has gone out, or part of it.
    Content,
}

/// What the failure of a stage means.
pub(super) fn failure(stage: Stage, error: &Error) -> Failure {
    let code = error.status().map(|code| code.to_string().parse().unwrap_or(0));
    meaning(stage, code, error.to_string())
}

fn meaning(stage: Stage, code: Option<u16>, why: String) -> Failure {
    match (stage, code) {
        (Stage::Connecting, _) | (_, Some(..500)) => Failure::later(why),
        (Stage::Content, None) => Failure::Unknown(why),
        (_, None) => Failure::later(why),
        (Stage::Recipient | Stage::Content, Some(code)) if is_address(code, &why) => {
            Failure::DeadAddress(why)
        }
        (_, Some(_)) => Failure::Never(why),
    }
}

/// Whether a refusal (5xx) is about the address: by the enhanced code (RFC 3463: 5.1.x, addressing; 5.2.1, mailbox
/// disabled), where there is one, else by the plain one.
fn is_address(code: u16, why: &str) -> bool {
    match enhanced(why) {
        Some((1, _) | (2, 1)) => true,
        Some(_) => false,
        None => matches!(code, 550 | 551 | 553),
    }
}

/// The last two numbers of the `5.1.1` that a refusal's words begin with.
fn enhanced(why: &str) -> Option<(u16, u16)> {
    let words = why.split_once(": ")?.1;
    let mut numbers = words.split(' ').next()?.split('.');
    let mut next = || numbers.next()?.parse().ok();
    let (class, subject, detail): (u16, u16, u16) = (next()?, next()?, next()?);
    (class == 5).then_some((subject, detail))
}

#[cfg(test)]
mod tests {
    use super::{Stage, meaning};
    use crate::Failure;

    fn refused(stage: Stage, code: u16, words: &str) -> Failure {
        meaning(stage, Some(code), format!("permanent error ({code}): {words}"))
    }

    #[test]
    fn a_recipient_that_is_not_there_is_a_dead_address() {
        for (code, words) in [
            (550, "5.1.1 no such user"),
            (550, "no such user"),
            (551, "not here"),
            (553, "bad name"),
            (550, "5.2.1 mailbox disabled"),
            (554, "5.1.10 null MX"),
        ] {
            assert!(
                matches!(refused(Stage::Recipient, code, words), Failure::DeadAddress(_)),
                "{code} {words}"
            );
        }
    }

    #[test]
    fn a_refusal_that_is_not_about_the_address_leaves_the_address_alone() {
        for (stage, code, words) in [
            (Stage::Recipient, 550, "5.7.1 relaying denied"),
            (Stage::Recipient, 552, "5.2.2 mailbox full"),
            (Stage::Sender, 550, "5.1.8 bad sender"),
            (Stage::Content, 554, "5.7.1 looks like spam"),
            (Stage::Before, 503, "no valid recipients"),
        ] {
            assert!(matches!(refused(stage, code, words), Failure::Never(_)), "{stage:?} {code} {words}");
        }
    }

    #[test]
    fn what_is_refused_for_now_and_what_breaks_before_the_message_is_tried_again() {
        for stage in [Stage::Connecting, Stage::Sender, Stage::Recipient, Stage::Before, Stage::Content] {
            let failure = meaning(stage, Some(451), "transient error (451): 4.2.1 busy".to_owned());
            assert!(matches!(failure, Failure::Later { .. }), "{stage:?}");
        }
        for stage in [Stage::Connecting, Stage::Sender, Stage::Recipient, Stage::Before] {
            assert!(matches!(meaning(stage, None, String::new()), Failure::Later { .. }), "{stage:?}");
        }
    }

    #[test]
    fn a_password_that_is_refused_is_not_the_messages_fault() {
        assert!(matches!(refused(Stage::Connecting, 535, "5.7.8 wrong"), Failure::Later { .. }));
    }

    #[test]
    fn what_breaks_after_the_message_went_out_may_have_been_delivered() {
        assert!(matches!(meaning(Stage::Content, None, String::new()), Failure::Unknown(_)));
    }
}
