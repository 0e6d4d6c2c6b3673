//! Of each occasion: its topic in the outbox, the name of its texts, who is told and on what ground.

use super::{Audience, Ground, RESCHEDULED, What};

/// A row of the table.
pub(super) struct Row {
    pub(super) topic: &'static str,
    pub(super) text: &'static str,
    pub(super) audience: Audience,
    pub(super) ground: Ground,
}

const fn row(topic: &'static str, text: &'static str, audience: Audience, ground: Ground) -> Row {
    Row { topic, text, audience, ground }
}

/// The row of an occasion.
pub(super) fn of(what: &What) -> Row {
    use Audience::{AgenciesToAct, Applicant, Asker, Consulted, Endorsers, Holders, Proposer, Signatories};
    use Ground::{Directive, EachStep, Law, Wish};
    match what {
        What::Accepted { .. } => row("accepted", "accepted", Applicant, Directive),
        What::Refused { .. } => row("refused", "refused", Applicant, Law),
        What::Guided { is_again, .. } => row(guided(*is_again), "guided", Applicant, Law),
        What::SupplementRequested { is_again, .. } => {
            row(requested(*is_again), "supplement_requested", Applicant, Law)
        }
        What::Closed => row("closed", "closed", Applicant, Law),
        What::PaymentAsked { .. } => row("payment_asked", "payment_asked", Applicant, Directive),
        What::Resumed { .. } => row("clock_resumed", "resumed", Applicant, Directive),
        What::Rescheduled { .. } => row("reschedule_approved", RESCHEDULED, Applicant, Law),
        What::Apologised { .. } => row("late_apologised", "apologised", Applicant, Law),
        What::Recounted { .. } => row("appointment_recounted", "recounted", Applicant, Directive),
        What::StepDone { .. } => row("step_done", "step_done", Applicant, EachStep),
        What::ResultReady { .. } => row("result_recorded", "result_ready", Applicant, Directive),
        What::PaperReady { .. } => row("paper_recorded", "paper_ready", Applicant, Wish),
        What::NeedsAsked { .. } => row("needs_asked", "needs_asked", AgenciesToAct, Directive),
        What::RescheduleProposed { .. } => {
            row("reschedule_proposed", "reschedule_proposed", Signatories, Directive)
        }
        What::EndorsementAsked { .. } => {
            row("reschedule_proposed", "endorsement_asked", Endorsers, Directive)
        }
        What::RescheduleEndorsed { .. } => {
            row("reschedule_endorsed", "reschedule_endorsed", Signatories, Directive)
        }
        What::RescheduleRejected { .. } => row("reschedule_rejected", "reschedule_rejected", Proposer, Wish),
        What::RescheduleApproved { .. } => row("reschedule_approved", "reschedule_approved", Proposer, Wish),
        What::ApologyUnsent { .. } => row("apology_unsent", "apology_unsent", Signatories, Directive),
        What::AppointmentMissed { .. } => row("appointment_missed", "appointment_missed", Holders, Directive),
        What::Consulted { .. } => row("consulted", "consulted", Consulted, Directive),
        What::ConsultationAnswered { .. } => {
            row("consultation_answered", "consultation_answered", Asker, Wish)
        }
        What::ConsultationUnanswered { .. } => {
            row("consultation_unanswered", "consultation_unanswered", Asker, Wish)
        }
        What::Warned { warning, .. } => row(warning.as_str(), warning.as_str(), Holders, Directive),
    }
}

fn guided(is_again: bool) -> &'static str {
    if is_again { "guided_again" } else { "guided" }
}

fn requested(is_again: bool) -> &'static str {
    if is_again { "supplement_requested_again" } else { "supplement_requested" }
}
