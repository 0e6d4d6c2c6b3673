//! Everything that may be told.

use deadline::Warning;
use serde::Serialize;

/// What happened, with the facts a text may name. Moments are words in the agency's own zone (`17:00 ngày 30/11/2026`),
/// sums are words in đồng (`120.000 đồng`), names and reasons are as people wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum What {
    /// To the applicant: accepted.
    Accepted {
        /// When the result is due.
        appointment: String,
        /// Whether that may move, as a year's days off aren't announced yet.
        is_provisional: bool,
    },
    /// To the applicant: refused.
    Refused {
        /// The procedure's ground, in words.
        refusal_ground: String,
        /// The explanation in writing.
        explanation: String,
    },
    /// To the applicant: guided.
    Guided {
        /// Everything that is missing or wrong.
        items: Vec<String>,
        /// Whether a second time, as the field's own law allows.
        is_again: bool,
    },
    /// To the applicant: a supplement is asked for.
    SupplementRequested {
        /// What is to be brought.
        items: Vec<String>,
        /// By when.
        due: String,
        /// Whether a second time, as the field's own law allows.
        is_again: bool,
    },
    /// To the applicant: closed, as what was asked for wasn't brought.
    Closed,
    /// To the applicant: something is to be paid.
    PaymentAsked {
        /// How much.
        sum: String,
        /// What for.
        purpose: String,
    },
    /// To the applicant: the clock runs again.
    Resumed {
        /// When the result is due now.
        appointment: String,
        /// Whether with the full time instead of what was left.
        is_afresh: bool,
        /// Whether the appointment may move, as a year's days off aren't announced yet.
        is_provisional: bool,
    },
    /// To the applicant: the apology with the new appointment.
    Rescheduled {
        /// The appointment that can't be kept.
        old: String,
        /// The new one.
        appointment: String,
        /// Why.
        reason: String,
        /// The letter's text.
        apology: String,
        /// The agency that caused it; empty where it is the one that answers for the dossier.
        caused_by: String,
    },
    /// To the applicant: the belated apology.
    Apologised {
        /// When the result may be expected.
        expected: String,
        /// Why it is late.
        reason: String,
        /// The letter's text.
        apology: String,
    },
    /// To the applicant: the calendar changed, and the appointment with it.
    Recounted {
        /// The appointment as it was.
        old: String,
        /// As it is now.
        appointment: String,
    },
    /// To the applicant, on request: a step is done.
    StepDone {
        /// Which.
        step: String,
        /// The steps that come next; may be none.
        next: Vec<String>,
    },
    /// To the applicant: the result is there.
    ResultReady {
        /// Whether it is a denial.
        is_denied: bool,
        /// The reasons of a denial.
        reasons: String,
    },
    /// To the applicant: one paper of a bundle is there.
    PaperReady {
        /// Which.
        paper: String,
        /// Whether it is a denial.
        is_denied: bool,
        /// The reasons of a denial.
        reasons: String,
    },
    /// To the agencies still to act: what do you need of the one supplement request?
    NeedsAsked {
        /// The agency that asks.
        asking: String,
        /// What that one needs itself; may be none.
        items: Vec<String>,
        /// By when the others are to say so.
        due: String,
    },
    /// To who signs: a rescheduling waits for the signature.
    RescheduleProposed {
        /// The appointment that can't be kept.
        old: String,
        /// The new one.
        appointment: String,
        /// Why.
        reason: String,
    },
    /// To who signs for the agency that holds the dossier up: the reason waits for their name.
    EndorsementAsked {
        /// The appointment that can't be kept.
        old: String,
        /// The new one.
        appointment: String,
        /// Why.
        reason: String,
    },
    /// To who signs: the agency that holds the dossier up put its name to the reason.
    RescheduleEndorsed {
        /// The appointment that can't be kept.
        old: String,
        /// The new one.
        appointment: String,
        /// Why.
        reason: String,
    },
    /// To who proposed it: rejected.
    RescheduleRejected {
        /// Why.
        reason: String,
    },
    /// To who proposed it: approved.
    RescheduleApproved {
        /// The new appointment.
        appointment: String,
    },
    /// To who signs: the letter that was approved hadn't gone out when the appointed day began.
    ApologyUnsent {
        /// The appointment that it gives.
        appointment: String,
    },
    /// To officers and heads: an appointment was missed, and an apology is owed.
    AppointmentMissed {
        /// The appointment.
        appointment: String,
        /// Whether it was the second one, given with an apology.
        is_second: bool,
        /// With whom the dossier lay.
        holders: Vec<String>,
    },
    /// To the agency asked: an opinion is wanted.
    Consulted {
        /// The agency that asks.
        asking: String,
        /// What about.
        question: String,
        /// By when.
        due: String,
    },
    /// To who asked: the opinion is there.
    ConsultationAnswered {
        /// The agency that was asked.
        asked: String,
        /// The answer.
        reply: String,
    },
    /// To who asked: the time is over without an opinion.
    ConsultationUnanswered {
        /// The agency that was asked.
        asked: String,
        /// By when it was to answer.
        due: String,
    },
    /// To officers and heads: an appointment comes near.
    Warned {
        /// How near.
        #[serde(skip)]
        warning: Warning,
        /// The appointment.
        appointment: String,
        /// With whom the dossier lies.
        holders: Vec<String>,
    },
}
