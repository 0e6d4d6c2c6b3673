//! What was typed into an act's form, as the command it asks for: the same that the API makes of its body.

use super::seen::Seen;
use crate::app::App;
use crate::handlers::dossiers::contact;
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
use intake::{Complete, Handed, Item};
use kernel::{PersonId, UserId};
use result::Recipient;
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
            let brought = sent.listing("/components", "component").read::<CompletionIn>()?.components;
            let components = brought.into_iter().map(Handed::from).collect();
            plain(intake::Command::Complete(Box::new(Complete { components, applicant: None })).into())
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
            let on = Ref::Id(kernel::DossierId(seen.out.id));
            let (command, person) = contact::command(app, &seen.by.scope, &on, &sent.read::<ContactIn>()?)?;
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
        Act::Return | Act::PaperReturn { .. } => Ok(handed_over(app, act, sent.read()?)),
        Act::Rating => plain(result::Command::from(sent.read::<RatingIn>()?).into()),
    }
}

fn handed_over(app: &App, act: &Act, given: ReturnIn) -> Wish {
    let ReturnIn { to, identity, channel } = given;
    let person = PersonId(app.clock.id());
    let to = Recipient { name: to.into_string(), identity: identity.into_string() };
    let details = Person::recipient(person, &to);
    let command = match act {
        Act::PaperReturn { leg } => result::Command::HandOutPaper { leg: leg.clone(), person, to, channel },
        _ => result::Command::Return { person, to, channel },
    };
    (command.into(), Some(details))
}
