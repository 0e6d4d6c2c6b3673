//! What was typed into an act's form, as the command it asks for: the same that the API makes of its body.

use super::seen::Seen;
use crate::app::App;
use crate::handlers::dossiers::{complete, contact, hand_over};
use crate::handlers::known_agency;
use crate::handlers::steps::assign::colleague;
use crate::http::Problem;
use crate::pages::Sent;
use crate::wire::acts::{
    AssignmentIn, LegPaperIn, RatingIn, RefusalIn, ResultIn, ReturnIn, SendBackIn, StepDoneIn, WithdrawalIn,
};
use crate::wire::asked::{CompletionIn, GuidanceIn, NeedsIn, SupplementIn, SupplementRequestIn};
use crate::wire::consultations::{ConsultationIn, ReplyIn};
use crate::wire::contact::ContactIn;
use crate::wire::payment::{PaymentIn, PaymentRequestIn};
use crate::wire::rescheduling::{BelatedApologyIn, DispatchIn, ProposalIn, RejectionIn};
use dossier::{Act, Command};
use intake::{Handed, Item};
use kernel::{LegCode, UserId};
use store::people::Person;
use store::query::Ref;

/// What is asked for, and whose details are to be kept apart.
pub(super) type Wish = (Command, Option<Person>);

/// The command of an act.
///
/// # Errors
/// [`Problem::Input`] with the names of the fields; not found for what nobody does on this page.
pub(super) fn of(app: &App, act: &Act, sent: Sent, seen: &Seen) -> Result<Wish, Problem> {
    let plain = |command: Command| Ok((command, None));
    match act {
        Act::Acceptance => plain(intake::Command::Accept.into()),
        Act::Guidance => {
            let items = sent.listing("/items", "fault").read::<GuidanceIn>()?.items;
            plain(intake::Command::Guide { items: items.into_iter().map(Item::from).collect() }.into())
        }
        Act::SupplementRequest => {
            let items = sent.listing("/items", "fault").read::<SupplementRequestIn>()?.items;
            plain(
                intake::Command::RequestSupplement { items: items.into_iter().map(Item::from).collect() }
                    .into(),
            )
        }
        Act::SupplementNeeds => {
            let items = sent.listing("/items", "fault").read::<NeedsIn>()?.items;
            plain(intake::Command::StateNeeds { items: items.into_iter().map(Item::from).collect() }.into())
        }
        Act::SupplementIssue => plain(intake::Command::IssueRequest.into()),
        Act::Completion => {
            let brought = sent.listing("/components", "component").read::<CompletionIn>()?;
            let (command, person) = complete::command(app, &seen.by.scope, &this(seen), brought)?;
            Ok((command.into(), person))
        }
        Act::Supplement => {
            let brought = sent.listing("/components", "component").read::<SupplementIn>()?.components;
            plain(
                intake::Command::Supply { components: brought.into_iter().map(Handed::from).collect() }
                    .into(),
            )
        }
        Act::Refusal => plain(intake::Command::from(sent.read::<RefusalIn>()?).into()),
        Act::Withdrawal => plain(intake::Command::from(sent.read::<WithdrawalIn>()?).into()),
        Act::Closing => plain(intake::Command::Close.into()),
        Act::Contact => {
            let wanted = with_wishes(sent).read::<ContactIn>()?;
            let (command, person) = contact::command(app, &seen.by.scope, &this(seen), &wanted)?;
            Ok((command.into(), person))
        }
        Act::StepDone { step, .. } => {
            plain(routing::Command::Done(sent.read::<StepDoneIn>()?.of(step.clone())).into())
        }
        Act::StepSendBack { step, .. } => {
            let SendBackIn { to, reason } = sent.read()?;
            let reason = reason.into_string();
            plain(routing::Command::SendBack { step: step.clone(), to, reason }.into())
        }
        Act::StepAssignment { step } => {
            let by = seen.by.actor.staff().ok_or(Problem::Forbidden)?;
            let officer = colleague(app, by, UserId(sent.read::<AssignmentIn>()?.officer))?;
            plain(routing::Command::Assign { step: step.clone(), officer }.into())
        }
        Act::LegReceipt { leg } => plain(routing::Command::Receive { leg: leg.clone() }.into()),
        Act::Consultation { step } => {
            let mut sent = sent;
            sent.typed = sent.typed.with("/step", step.to_string());
            let asked = sent.read::<ConsultationIn>()?;
            known_agency(app, &asked.agency)?;
            plain(routing::Command::Consult(asked.into()).into())
        }
        Act::ConsultationReply { number } => {
            let reply = sent.read::<ReplyIn>()?.reply.into_string();
            plain(routing::Command::Answer { number: *number, reply }.into())
        }
        Act::PaymentRequest => plain(deadline::Command::from(sent.read::<PaymentRequestIn>()?).into()),
        Act::Payment => plain(deadline::Command::from(sent.read::<PaymentIn>()?).into()),
        Act::Reschedule { .. } => plain(deadline::Command::Propose(sent.read::<ProposalIn>()?.into()).into()),
        Act::RescheduleEndorsement { .. } => plain(deadline::Command::Endorse.into()),
        Act::RescheduleApproval { .. } => plain(deadline::Command::Approve.into()),
        Act::RescheduleRejection => plain(deadline::Command::from(sent.read::<RejectionIn>()?).into()),
        Act::ApologyDispatch => plain(deadline::Command::from(sent.read::<DispatchIn>()?).into()),
        Act::BelatedApology => plain(deadline::Command::from(sent.read::<BelatedApologyIn>()?).into()),
        Act::Paper { leg } => {
            let LegPaperIn { kind, paper, reasons } = sent.read()?;
            let (result, reasons) = (kind, reasons.into_string());
            plain(
                result::Command::RecordPaper { leg: leg.clone(), result, paper: paper.into(), reasons }
                    .into(),
            )
        }
        Act::Result => plain(result::Command::from(sent.read::<ResultIn>()?).into()),
        Act::Return => Ok(handed_over(app, &sent, None)?),
        Act::PaperReturn { leg } => Ok(handed_over(app, &sent, Some(leg.clone()))?),
        Act::Rating => plain(result::Command::from(sent.read::<RatingIn>()?).into()),
    }
}

fn this(seen: &Seen) -> Ref {
    Ref::Id(kernel::DossierId(seen.out.id))
}

/// A wish without its tick is one that isn't wished for any more.
fn with_wishes(mut sent: Sent) -> Sent {
    for wish in ["/notify/sms:bool", "/notify/email:bool", "/notify/each_step:bool"] {
        if sent.typed.get(wish).is_none() {
            sent.typed.set(wish, "false");
        }
    }
    sent
}

fn handed_over(app: &App, sent: &Sent, leg: Option<LegCode>) -> Result<Wish, Problem> {
    let (command, person) = hand_over::command(app, sent.read::<ReturnIn>()?, leg);
    Ok((command.into(), Some(person)))
}
