//! What is asked when it is due: payments, the rescheduling, apologies, breaches, recounts.

use super::{Offer, What};
use crate::judge::almanac::{midnight, tomorrow, total};
use crate::judge::law::Law;
use crate::judge::ledger::Ledger;
use deadline::{Command as Time, Means, Proposal};
use time::{Duration, OffsetDateTime};

/// The offers, sound and unsound. New appointments lie about the third of the total, and about the old one.
pub(super) fn offers(law: &Law, ledger: &Ledger, now: OffsetDateTime) -> Vec<Offer> {
    let old = ledger.appointment().unwrap_or(now);
    let almanac = law.almanac(now);
    let (third, minute) = (almanac.after(old, total(law.span) / 3), Duration::minutes(1));
    let least = almanac.after(old, 60);
    let good = |name, to| proposes(name, to, to, LETTER);
    let bad = |name, to, letter| Offer { sound: false, ..proposes(name, third, to, letter) };
    let mut offers = vec![
        good("proposes a third more", third),
        good("proposes a minute more", least).only_asked(),
        good("proposes a minute less than a third", third - minute).only_asked(),
        bad("proposes a minute over a third", third + minute, LETTER),
        bad("proposes the appointment itself", old, LETTER),
        bad("proposes a moment outside the sessions", midnight(tomorrow(old.date())), LETTER),
        bad("proposes without a reason", third, (" ", LETTER.1)),
        bad("proposes without a letter", third, (LETTER.0, " ")),
    ];
    offers.extend(decisions());
    offers.extend(apologies(almanac.after(now, 3600), now));
    offers
}

/// A reason, and a letter.
const LETTER: (&str, &str) = ("Thiếu người", "Cơ quan xin lỗi.");

/// A proposal; who might propose `like`, which is sound, is asked.
fn proposes(name: &str, like: OffsetDateTime, to: OffsetDateTime, letter: (&str, &str)) -> Offer {
    let proposal = Proposal { reason: letter.0.to_owned(), to, apology: letter.1.to_owned() };
    Offer::sound(name, What::Propose(like), Time::Propose(proposal))
}

fn decisions() -> Vec<Offer> {
    let payment = Time::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() };
    vec![
        Offer::sound("asks for a payment", What::AskPayment, payment),
        Offer::sound("confirms the payment", What::Pay, Time::ConfirmPayment { receipt: "0001".to_owned() }),
        Offer::sound("endorses the rescheduling", What::Endorse, Time::Endorse),
        Offer::sound("approves the rescheduling", What::Approve, Time::Approve),
        Offer::sound(
            "rejects the rescheduling",
            What::Reject,
            Time::Reject { reason: "Làm thêm giờ.".to_owned() },
        ),
        sends("hands the letter over", false, Means::Email, None),
        sends("sees to the letter", true, Means::Other, Some("Trao tận tay")).only_asked(),
        Offer { sound: false, ..sends("sees to the letter, and doesn't say how", true, Means::Other, None) },
        Offer::sound("records the unsent letter", What::Unsent, Time::Unsent),
        Offer::sound("records the breach", What::Breach, Time::Breach),
        Offer::sound("counts anew", What::Recount, Time::Recount),
    ]
}

fn sends(name: &str, by_hand: bool, means: Means, how: Option<&str>) -> Offer {
    Offer::sound(name, What::Send { by_hand }, Time::Send { means, how: how.map(str::to_owned) })
}

fn apologies(expected: OffsetDateTime, now: OffsetDateTime) -> Vec<Offer> {
    let apology = |reason: &str, apology: &str, expected| {
        let (reason, apology) = (reason.to_owned(), apology.to_owned());
        Time::Apologise { reason, apology, expected }
    };
    let unsound = |name, command| Offer::unsound(name, What::Apologise, command);
    vec![
        Offer::sound("apologises", What::Apologise, apology("Thiếu người", "Xin lỗi.", expected)),
        unsound("apologises without a reason", apology(" ", "Xin lỗi.", expected)),
        unsound("apologises without a letter", apology("Thiếu người", " ", expected)),
        unsound("apologises, expected now", apology("Thiếu người", "Xin lỗi.", now)),
        unsound(
            "apologises, expected at midnight",
            apology("Thiếu người", "Xin lỗi.", midnight(tomorrow(now.date()))),
        ),
    ]
}
