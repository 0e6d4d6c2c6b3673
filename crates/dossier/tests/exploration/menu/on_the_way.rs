//! What is asked along the way: steps done, sent back, given to somebody.

use super::{Offer, What};
use crate::ground::{LEAD, SECOND, THIRD, code};
use crate::judge::law::Law;
use crate::judge::process::{Leg, Seat};
use crate::people::{member, user};
use kernel::{Role, Staff};
use routing::{Command as Way, Completion};

/// What the applicant is told to pay.
const SUM: u64 = 50_000;

/// The offers, sound and unsound.
pub(super) fn offers(law: &Law) -> Vec<Offer> {
    let mut offers: Vec<Offer> = law.seats().flat_map(|seat| of_a_step(law, seat)).collect();
    for from in law.seats() {
        let others = law.seats().filter(|to| to.desk.step != from.desk.step);
        offers.extend(others.map(|to| back(from.desk.step, to.desk.step)));
    }
    offers
}

fn of_a_step(law: &Law, seat: Seat) -> Vec<Offer> {
    let mut offers = completions(law, seat);
    offers.extend(officers(law).into_iter().filter(|officer| is_tried(seat, officer)).map(|officer| {
        let sound = officer.roles.contains(&seat.desk.role) && officer.agency.as_str() == seat.agency();
        Offer { sound, ..given(seat.desk.step, officer) }
    }));
    offers
}

/// A step is done without a word, and with every word that may be asked there; with a word also where none is asked.
fn completions(law: &Law, seat: Seat) -> Vec<Offer> {
    let step = seat.desk.step;
    let mut offers = vec![done(law, step, None, None)];
    if law.decided_at(step).next().is_some() {
        offers.extend([true, false].map(|worked| done(law, step, Some(worked), None)));
    } else if law.told_at(step).is_some() {
        offers.extend([SUM, 0].map(|sum| done(law, step, None, Some(sum))));
    } else if seat.place == 0 && law.agencies().len() > 1 {
        offers.push(done(law, step, Some(true), None));
        offers.push(done(law, step, None, Some(SUM)));
    }
    offers
}

fn done(law: &Law, step: &str, decides: Option<bool>, tells: Option<u64>) -> Offer {
    let leg: &Leg = law.decided_at(step).next().unwrap_or(&law.legs[0]);
    let decided = decides.map(|worked| (code(leg.code), worked)).into_iter().collect();
    let command = Way::Done(Completion { decided, payment: tells, ..Completion::of(code(step)) });
    let name = match (decides, tells) {
        (None, None) => format!("does {step}"),
        _ => format!("does {step}, saying {decides:?} {tells:?}"),
    };
    Offer::sound(&name, What::Done { step: code(step), decides, tells }, command)
}

/// Those to whom a step may be given, or not.
fn officers(law: &Law) -> Vec<Staff> {
    let officers = vec![
        member(2, LEAD, &[Role::Officer]),
        member(3, LEAD, &[Role::Officer]),
        member(5, LEAD, &[Role::Head]),
        member(1, LEAD, &[Role::Clerk]),
        member(22, SECOND, &[Role::Officer]),
        member(23, SECOND, &[Role::Leader]),
        member(32, THIRD, &[Role::Officer]),
    ];
    let agencies = law.agencies();
    officers.into_iter().filter(|officer| agencies.contains(officer.agency.as_str())).collect()
}

/// All of its own agency, and of another's one who has its role.
fn is_tried(seat: Seat, officer: &Staff) -> bool {
    officer.agency.as_str() == seat.agency()
        || (officer.user != user(3) && officer.roles.contains(&seat.desk.role))
}

/// Officers are interchangeable until one of them is given a step: only one such gift is followed.
fn given(step: &str, officer: Staff) -> Offer {
    let first_officer = officer.user == user(2);
    let (name, what) = (
        format!("gives {step} to {:?} {}", officer.roles[0], officer.user),
        What::Assign(code(step), officer.user),
    );
    let offer = Offer::sound(&name, what, Way::Assign { step: code(step), officer });
    if first_officer { offer.only_asked() } else { offer }
}

/// Whether it may go back there depends on how the legs stand, and is the rules' to say.
fn back(step: &str, to: &str) -> Offer {
    let command = Way::SendBack { step: code(step), to: code(to), reason: "Xem lại".to_owned() };
    Offer::sound(&format!("sends {step} back to {to}"), What::Back(code(step), code(to)), command)
}
