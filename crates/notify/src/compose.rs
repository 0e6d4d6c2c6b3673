//! From an occasion to messages.

use crate::addressee::Addressee;
use crate::message::{Channel, Message};
use crate::occasion::{Ground, Occasion};
use crate::templates::Templates;
use kernel::Lang;

/// The messages that tell one addressee of an occasion: none, one, or one for each way. Which ways, says the occasion's
/// [`Ground`].
pub fn compose(occasion: &Occasion, addressee: &Addressee, templates: &Templates) -> Vec<Message> {
    let ways = ways(occasion.ground(), addressee).into_iter();
    ways.map(|(channel, to)| message(channel, to, occasion, addressee, templates)).collect()
}

fn message(
    channel: Channel,
    to: String,
    occasion: &Occasion,
    addressee: &Addressee,
    templates: &Templates,
) -> Message {
    let (subject, text) = match channel {
        Channel::Sms => (None, templates.sms(occasion, &addressee.name)),
        Channel::Email => {
            let letter = templates.email(occasion, &addressee.name);
            (Some(letter.subject), letter.body)
        }
    };
    Message { channel, to, subject, text, lang: Lang::Vi }
}

fn ways(ground: Ground, addressee: &Addressee) -> Vec<(Channel, String)> {
    let every = || reachable(addressee, true, true);
    let wished = || reachable(addressee, addressee.wishes.sms, addressee.wishes.email);
    let wished_or_every = || Some(wished()).filter(|ways| !ways.is_empty()).unwrap_or_else(every);
    match ground {
        Ground::Law => every(),
        Ground::Directive => wished_or_every(),
        Ground::Wish => wished(),
        Ground::EachStep if addressee.wishes.each_step => wished_or_every(),
        Ground::EachStep => Vec::new(),
    }
}

fn reachable(addressee: &Addressee, sms: bool, email: bool) -> Vec<(Channel, String)> {
    let phone = addressee.phone.as_ref().filter(|_| sms).map(|phone| (Channel::Sms, phone.to_string()));
    let mailbox = addressee.email.as_ref().filter(|_| email).map(|to| (Channel::Email, to.to_string()));
    phone.into_iter().chain(mailbox).collect()
}

#[cfg(test)]
mod tests;
