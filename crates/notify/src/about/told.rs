//! Which occasions an event is, and a warning.

use super::About;
use super::words::{named, sum};
use crate::occasion::{Occasion, What};
use deadline::Warning;
use dossier::Event;
use result::Kind;

/// What is told of an event: nothing, or one occasion for each audience.
pub fn occasions(event: &Event, about: &About) -> Vec<Occasion> {
    let told = match event {
        Event::Intake(event) => of_intake(event, about).into_iter().collect(),
        Event::Routing(event) => of_routing(event, about).into_iter().collect(),
        Event::Deadline(event) => of_deadline(event, about),
        Event::Result(event) => of_result(event, about).into_iter().collect(),
    };
    told.into_iter().map(|what| Occasion { dossier: about.dossier.clone(), what }).collect()
}

/// What is told when an appointment comes near; none without an appointment.
pub fn warning(warning: Warning, about: &About) -> Option<Occasion> {
    let appointment = about.moment(about.appointment?.at);
    let what = What::Warned { warning, appointment, holders: about.holders(&about.holders) };
    Some(Occasion { dossier: about.dossier.clone(), what })
}

fn of_intake(event: &intake::Event, about: &About) -> Option<What> {
    Some(match event {
        intake::Event::Accepted(accepted) => What::Accepted {
            appointment: about.moment(accepted.appointment.at),
            is_provisional: accepted.appointment.provisional,
        },
        intake::Event::Refused(refused) => What::Refused {
            refusal_ground: about.names.ground(&refused.ground),
            explanation: refused.explanation.clone(),
        },
        intake::Event::Guided(guided) => guidance(guided, false, about),
        intake::Event::GuidedAgain(guided) => guidance(guided, true, about),
        intake::Event::SupplementRequested(requested) => supplement(requested, false, about),
        intake::Event::SupplementRequestedAgain(requested) => supplement(requested, true, about),
        intake::Event::NeedsAsked(asked) => What::NeedsAsked {
            asking: about.names.agency(&asked.agency),
            items: about.items(&asked.items),
            due: about.moment(asked.due.at),
        },
        intake::Event::Closed(_) => What::Closed,
        intake::Event::Submitted(_)
        | intake::Event::Withdrawn(_)
        | intake::Event::Completed(_)
        | intake::Event::ContactChanged(_)
        | intake::Event::NeedsStated(_)
        | intake::Event::Supplied(_) => return None,
    })
}

fn guidance(guided: &intake::Guided, is_again: bool, about: &About) -> What {
    What::Guided { items: about.items(&guided.items), is_again }
}

fn supplement(requested: &intake::Requested, is_again: bool, about: &About) -> What {
    let (items, due) = (about.items(&requested.items), about.moment(requested.due.at));
    What::SupplementRequested { items, due, is_again }
}

fn of_routing(event: &routing::Event, about: &About) -> Option<What> {
    match event {
        routing::Event::StepDone(done) => Some(What::StepDone {
            step: about.names.step(&done.step),
            next: done.opened.iter().map(|opened| about.names.step(&opened.step)).collect(),
        }),
        routing::Event::Consulted(consulted) => Some(What::Consulted {
            asking: about.names.agency(&consulted.asking),
            question: consulted.question.clone(),
            due: about.moment(consulted.due),
        }),
        routing::Event::ConsultationAnswered(answered) => {
            Some(What::ConsultationAnswered { asked: asked(about), reply: answered.reply.clone() })
        }
        routing::Event::ConsultationUnanswered(_) => {
            let due = about.consultation.as_ref().map(|consulted| about.moment(consulted.due));
            Some(What::ConsultationUnanswered { asked: asked(about), due: due.unwrap_or_default() })
        }
        routing::Event::Started(_)
        | routing::Event::StepSentBack(_)
        | routing::Event::StepAssigned(_)
        | routing::Event::Paused(_)
        | routing::Event::Resumed(_)
        | routing::Event::LegReceived(_)
        | routing::Event::LegPaid(_) => None,
    }
}

fn asked(about: &About) -> String {
    about.consultation.as_ref().map(|consulted| about.names.agency(&consulted.asked)).unwrap_or_default()
}

fn of_deadline(event: &deadline::Event, about: &About) -> Vec<What> {
    match event {
        deadline::Event::ClockResumed(resumed) => vec![What::Resumed {
            appointment: about.moment(resumed.appointment.at),
            is_afresh: resumed.afresh,
            is_provisional: resumed.appointment.provisional,
        }],
        deadline::Event::PaymentAsked(asked) => {
            vec![What::PaymentAsked { sum: sum(asked.amount), purpose: asked.purpose.clone() }]
        }
        deadline::Event::RescheduleProposed(proposed) => proposal(proposed, about),
        deadline::Event::RescheduleEndorsed(_) => {
            about.proposal.iter().map(|proposed| endorsed(proposed, about)).collect()
        }
        deadline::Event::RescheduleRejected(rejected) => {
            vec![What::RescheduleRejected { reason: rejected.reason.clone() }]
        }
        deadline::Event::RescheduleApproved(approved) => approval(approved, about),
        deadline::Event::ApologyUnsent(_) => {
            let appointment = about.appointment.map(|appointment| about.moment(appointment.at));
            vec![What::ApologyUnsent { appointment: appointment.unwrap_or_default() }]
        }
        deadline::Event::AppointmentMissed(breached) => vec![What::AppointmentMissed {
            appointment: about.moment(breached.appointment),
            is_second: breached.second,
            holders: about.holders(&breached.holders),
        }],
        deadline::Event::LateApologised(apologised) => vec![What::Apologised {
            expected: about.moment(apologised.expected),
            reason: apologised.reason.clone(),
            apology: apologised.apology.clone(),
        }],
        deadline::Event::AppointmentRecounted(recounted) => vec![What::Recounted {
            old: about.moment(recounted.from),
            appointment: about.moment(recounted.to.at),
        }],
        deadline::Event::ClockStopped(_)
        | deadline::Event::PaymentMade(_)
        | deadline::Event::ApologySent(_) => Vec::new(),
    }
}

/// To who signs; where another agency holds the dossier up, to its head too.
fn proposal(proposed: &deadline::Proposed, about: &About) -> Vec<What> {
    let (old, appointment) = (about.moment(proposed.from), about.moment(proposed.to.at));
    let reason = proposed.reason.clone();
    let endorsement = proposed.agency.as_ref().map(|_| What::EndorsementAsked {
        old: old.clone(),
        appointment: appointment.clone(),
        reason: reason.clone(),
    });
    endorsement.into_iter().chain([What::RescheduleProposed { old, appointment, reason }]).collect()
}

fn endorsed(proposed: &deadline::Proposed, about: &About) -> What {
    What::RescheduleEndorsed {
        old: about.moment(proposed.from),
        appointment: about.moment(proposed.to.at),
        reason: proposed.reason.clone(),
    }
}

/// The letter to the applicant, and to the proposer what came of it.
fn approval(approved: &deadline::Approved, about: &About) -> Vec<What> {
    let appointment = about.moment(approved.to.at);
    let letter = What::Rescheduled {
        old: about.moment(approved.from),
        appointment: appointment.clone(),
        reason: approved.reason.clone(),
        apology: approved.apology.clone(),
        caused_by: approved.caused_by.as_ref().map(|agency| about.names.agency(agency)).unwrap_or_default(),
    };
    vec![letter, What::RescheduleApproved { appointment }]
}

fn of_result(event: &result::Event, about: &About) -> Option<What> {
    match event {
        result::Event::ResultRecorded(recorded) => Some(What::ResultReady {
            is_denied: recorded.result == Kind::Denied,
            reasons: recorded.reasons.clone(),
        }),
        result::Event::PaperRecorded(recorded) => Some(What::PaperReady {
            paper: named(&about.names.legs, &recorded.leg),
            is_denied: recorded.result == Kind::Denied,
            reasons: recorded.reasons.clone(),
        }),
        result::Event::PaperReturned(_) | result::Event::ResultReturned(_) | result::Event::Rated(_) => None,
    }
}
