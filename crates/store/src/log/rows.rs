//! The query rows of a dossier: a function of its state, and of nothing else.

mod breaches;
mod consultations;
mod letters;
mod needs;
mod papers;
mod proposals;
mod requests;
mod reschedules;
mod stops;
mod turns;

pub(super) use breaches::{BreachRow, HolderRow};
pub(super) use consultations::ConsultationRow;
pub(super) use letters::LetterRow;
pub(super) use needs::NeedRow;
pub(super) use papers::PaperRow;
pub(super) use proposals::ProposalRow;
pub(super) use requests::RequestRow;
pub(super) use reschedules::RescheduleRow;
pub(super) use stops::StopRow;
pub(super) use turns::{TurnRow, turn_rows};

use crate::schema::{dossier_agencies, dossiers};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use dossier::{Stage, State};
use kernel::DossierId;
use std::collections::BTreeSet;

/// A dossier as lists and searches see it. What it was submitted with never changes, and isn't written again.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = dossiers, treat_none_as_default_value = false, treat_none_as_null = true)]
pub(crate) struct DossierRow {
    pub(crate) id: Id,
    pub(crate) seq: i64,
    pub(crate) head_hash: Vec<u8>,
    pub(crate) code: Option<String>,
    pub(crate) stage: String,
    #[diesel(skip_update)]
    pub(crate) agency: String,
    #[diesel(skip_update)]
    pub(crate) procedure: String,
    #[diesel(skip_update)]
    pub(crate) procedure_version: i32,
    #[diesel(skip_update)]
    pub(crate) case_code: String,
    #[diesel(skip_update)]
    pub(crate) channel: String,
    pub(crate) applicant: Id,
    pub(crate) faults: i32,
    #[diesel(skip_update)]
    pub(crate) submitted_at: Moment,
    pub(crate) accepted_at: Option<Moment>,
    pub(crate) first_appointment: Option<Moment>,
    pub(crate) appointment: Option<Moment>,
    pub(crate) overdue_after: Option<Moment>,
    pub(crate) provisional: bool,
    pub(crate) refusal_ground: Option<String>,
    pub(crate) result: Option<String>,
    pub(crate) finished_at: Option<Moment>,
    pub(crate) returned_at: Option<Moment>,
    pub(crate) rating: Option<i32>,
    pub(crate) waiting: Option<String>,
    pub(crate) close_after: Option<Moment>,
    pub(crate) breached_at: Option<Moment>,
    pub(crate) rescheduled_at: Option<Moment>,
}

/// An agency that may see the dossier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Queryable, Selectable, Insertable)]
#[diesel(table_name = dossier_agencies)]
pub(crate) struct AgencyRow {
    pub(crate) agency: String,
    pub(crate) dossier_id: Id,
}

/// The dossier's row; none before anything was submitted.
pub(crate) fn dossier_row(id: DossierId, state: &State, head_hash: &[u8]) -> Option<DossierRow> {
    let submitted = state.intake.submitted.as_ref()?;
    let accepted = state.intake.accepted.as_ref();
    let clock = state.deadline.clock.as_ref();
    let recorded = state.result.recorded.as_ref();
    let stage = state.stage()?;
    let out = state.intake.supplement_open.as_ref().filter(|_| stage == Stage::AwaitingSupplement);
    Some(DossierRow {
        id: Id(id.0),
        seq: state.version,
        head_hash: head_hash.to_vec(),
        code: accepted.map(|accepted| accepted.number.to_string()),
        stage: stage.as_str().to_owned(),
        agency: submitted.agency.to_string(),
        procedure: submitted.procedure.to_string(),
        procedure_version: i32::try_from(submitted.version).unwrap_or(i32::MAX),
        case_code: submitted.case.to_string(),
        channel: submitted.channel.as_str().to_owned(),
        applicant: Id(state.intake.applicant.unwrap_or(submitted.applicant).0),
        faults: faults(&state.intake),
        submitted_at: kept(submitted.at),
        accepted_at: accepted.map(|accepted| kept(accepted.at)),
        first_appointment: clock.map(|clock| kept(clock.first.at)),
        appointment: clock.map(|clock| kept(clock.appointment.at)),
        overdue_after: clock.map(|clock| kept(clock.appointment.missed_after())),
        provisional: clock.is_some_and(|clock| clock.appointment.provisional),
        refusal_ground: state.intake.refused_on.as_ref().map(ToString::to_string),
        result: recorded.map(|recorded| recorded.result.as_str().to_owned()),
        finished_at: recorded.map(|recorded| kept(recorded.at)),
        returned_at: state.result.returned.as_ref().map(|returned| kept(returned.at)),
        rating: state.result.rated.map(|score| i32::from(u8::from(score))),
        waiting: waited_for(stage).map(str::to_owned),
        close_after: out.map(|requested| kept(requested.due.missed_after())),
        breached_at: state.deadline.breaches.first().map(|breach| kept(breach.at)),
        rescheduled_at: state.deadline.rescheduled.as_ref().map(|approved| kept(approved.at)),
    })
}

/// What the clock waits for at this stage.
fn waited_for(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::AwaitingSupplement => Some(deadline::Cause::Supplement.as_str()),
        Stage::AwaitingPayment => Some(deadline::Cause::Payment.as_str()),
        _ => None,
    }
}

/// How much kept, or keeps, the submission from being accepted. What a supplement asks for later doesn't count.
fn faults(intake: &intake::State) -> i32 {
    let count = if intake.requested.is_empty() { intake.lacking().len() } else { intake.faults.len() };
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The rows of every agency that may see the dossier: the one that received it, those on whose desks it lies, rests or lay,
/// and those that were asked for something: what they need of a supplement, their opinion.
pub(crate) fn agency_rows(id: DossierId, state: &State) -> BTreeSet<AgencyRow> {
    let received = state.intake.submitted.iter().map(|submitted| &submitted.agency);
    let ended = state.routing.turns.iter().map(|turn| &turn.opened.agency);
    let open = state.routing.open.iter().map(|open| &open.opened.agency);
    let resting = state.routing.resting.iter().map(|open| &open.opened.agency);
    let gathering = state.intake.gathered.iter().chain(&state.intake.gathering);
    let needs = gathering.flat_map(|gathering| &gathering.asked.agencies);
    let consulted = state.routing.consultations.iter().map(|consultation| &consultation.asked.asked);
    let agencies = received.chain(ended).chain(open).chain(resting).chain(needs).chain(consulted);
    agencies.map(|agency| AgencyRow { agency: agency.to_string(), dossier_id: Id(id.0) }).collect()
}
