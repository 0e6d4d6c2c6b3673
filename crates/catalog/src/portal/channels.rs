//! Channels and fees. Where the published words don't come down to one sum, they stay as they are.

use crate::channel::{Amount, Channel, Fee, Offer};
use crate::portal::shape::{Deadline, PublishedChannel, PublishedFee};
use kernel::grouped;

/// The channels, each once, with the fees of all its rows; and what was left out.
pub(super) fn offers(
    published: &[PublishedChannel],
    deadline: &Deadline,
    remarks: &mut Vec<String>,
) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for row in published {
        let Some(channel) = row.channel() else {
            remarks.push(format!("channel “{}” isn't known: left out", row.channel));
            continue;
        };
        let fees: Vec<Fee> = row.fees.iter().filter_map(PublishedFee::to_fee).collect();
        if fees.is_empty() {
            remarks.push(format!("no fee is published for “{}”", row.channel));
        }
        match offers.iter_mut().find(|offer| offer.channel == channel) {
            Some(offer) => offer.fees.extend(fees),
            None => offers.push(Offer { channel, fees }),
        }
    }
    remarks.extend(other_times(published, deadline));
    offers
}

/// Told where a channel publishes another time than the one taken: often it is really a case's.
fn other_times(published: &[PublishedChannel], deadline: &Deadline) -> Option<String> {
    let taken = (deadline.value, deadline.unit.as_deref());
    let differing = published
        .iter()
        .filter(|row| row.duration_value.is_some())
        .filter(|row| (row.duration_value, row.duration_unit.as_deref()) != taken);
    let told: Vec<String> = differing
        .map(|row| format!("{} “{}”", row.channel, row.duration_as_published.as_deref().unwrap_or_default()))
        .collect();
    (!told.is_empty())
        .then(|| format!("times published by channel differ from the one taken: {}", told.join(", ")))
}

impl PublishedChannel {
    fn channel(&self) -> Option<Channel> {
        [Channel::Counter, Channel::Online, Channel::Post]
            .into_iter()
            .find(|channel| channel.national_code() == self.kenh_thuc_hien)
    }
}

impl PublishedFee {
    /// None where the portal says it has no information.
    fn to_fee(&self) -> Option<Fee> {
        let amount = match (self.kind.as_str(), self.amount, self.currency.as_deref()) {
            ("unknown", _, _) => return None,
            ("free", _, _) => Amount::Free,
            ("fixed", Some(dong), Some("VND")) if self.is_one_sum(dong) => Amount::Dong(dong),
            ("set_by_provincial_council" | "fixed_sample_local_council_decides", _, _) => {
                Amount::SetByCouncil(self.words())
            }
            _ => Amount::AsPublished(self.words()),
        };
        let has_words = matches!(amount, Amount::SetByCouncil(_) | Amount::AsPublished(_));
        let name = self.note().filter(|_| !has_words).map(str::to_owned);
        Some(Fee { name, amount })
    }

    /// Not so much a page, and no other sum in the note.
    fn is_one_sum(&self, dong: u64) -> bool {
        let Some(note) = self.note() else { return true };
        let is_rate = note.starts_with('/');
        let names = |sum: &str| ["", " "].iter().any(|gap| note.contains(&format!("{sum}{gap}đồng")));
        !is_rate && (!names("00") || names(&grouped(dong, '.')))
    }

    fn words(&self) -> String {
        match self.note() {
            Some(note) => format!("{} ({note})", self.as_published),
            None => self.as_published.clone(),
        }
    }

    /// The note, where it says more than "Không".
    fn note(&self) -> Option<&str> {
        self.note.as_deref().map(str::trim).filter(|note| !note.is_empty() && *note != "Không")
    }
}
