//! What is to be told, written in the same transaction as the act.

use crate::db::{Db, each};
use crate::error::StoreError;
use crate::query::{Due, in_work};
use crate::schema::{dossiers, outbox, warnings};
use crate::sql_types::{Id, kept};
use deadline::Warning;
use diesel::prelude::*;
use dossier::Event;
use kernel::DossierId;
use time::OffsetDateTime;
use uuid::Uuid;

/// Puts one row for each event somebody is to be told of: the row names the event, the message is made from it later.
/// With too few ids nothing would be told, in silence: that is an error.
pub(crate) fn put(
    db: &mut Db,
    dossier: DossierId,
    version_before: i64,
    at: OffsetDateTime,
    events: &[Event],
    ids: &[Uuid],
) -> Result<(), StoreError> {
    let mut ids = ids.iter();
    for (event, seq) in events.iter().zip(version_before + 1..).filter(|(event, _)| is_told(event)) {
        let id = ids.next().ok_or_else(|| StoreError::Stored("too few ids for what goes out".to_owned()))?;
        insert(db, *id, Id(dossier.0), seq, event.kind(), at)?;
    }
    Ok(())
}

fn insert(
    db: &mut Db,
    id: Uuid,
    dossier: Id,
    seq: i64,
    topic: &str,
    at: OffsetDateTime,
) -> Result<(), StoreError> {
    let row = (
        outbox::id.eq(Id(id)),
        outbox::dossier_id.eq(dossier),
        outbox::seq.eq(seq),
        outbox::topic.eq(topic),
        outbox::state.eq("pending"),
        outbox::attempts.eq(0),
        outbox::locked_by.eq(None::<String>),
        outbox::available_at.eq(kept(at)),
    );
    each!(db, connection => diesel::insert_into(outbox::table).values(row).execute(connection))?;
    Ok(())
}

/// Takes it upon the caller to give a warning of this appointment, and puts it into the outbox under `notice`, its topic
/// the warning's name, within the caller's transaction; without a notice nobody is told, and nobody looks at it again.
/// False, and nothing is written, where somebody has done so before, or the dossier isn't in work with that appointment
/// any more.
///
/// # Errors
/// The database.
pub fn claim_warning(
    db: &mut Db,
    due: &Due,
    warning: Warning,
    notice: Option<Uuid>,
    at: OffsetDateTime,
) -> Result<bool, StoreError> {
    let (dossier, appointment) = (Id(due.dossier.0), kept(due.appointment));
    let still = dossiers::table.find(dossier).filter(in_work()).filter(dossiers::appointment.eq(appointment));
    let seq: Option<i64> = still.select(dossiers::seq).first(db).optional()?;
    let Some(seq) = seq else { return Ok(false) };
    let row = (
        warnings::dossier_id.eq(dossier),
        warnings::appointment.eq(appointment),
        warnings::kind.eq(warning.as_str()),
        warnings::at.eq(kept(at)),
    );
    let claimed = each!(db, connection => diesel::insert_into(warnings::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(connection))?;
    if claimed == 0 {
        return Ok(false);
    }
    if let Some(id) = notice {
        insert(db, id, dossier, seq, warning.as_str(), at)?;
    }
    Ok(true)
}

/// Whether an event is put into the outbox. The applicant is told of acceptance, refusal, guidance, a supplement, a payment,
/// each change of the appointment, the result and its papers, and of each step on request (2.đ); the head of a proposal, of
/// its endorsement, and of a letter that hadn't gone out, the officer of what came of it; an agency that it is asked
/// something, whoever asked of the answer or that there is none. A start says nothing that the acceptance doesn't, and who
/// brings, pays, collects, rates or withdraws knows it.
pub fn is_told(event: &Event) -> bool {
    match event {
        Event::Intake(
            intake::Event::Accepted(_)
            | intake::Event::Refused(_)
            | intake::Event::Guided(_)
            | intake::Event::GuidedAgain(_)
            | intake::Event::SupplementRequested(_)
            | intake::Event::SupplementRequestedAgain(_)
            | intake::Event::NeedsAsked(_)
            | intake::Event::Closed(_),
        ) => true,
        Event::Deadline(
            deadline::Event::ClockResumed(_)
            | deadline::Event::PaymentAsked(_)
            | deadline::Event::RescheduleProposed(_)
            | deadline::Event::RescheduleEndorsed(_)
            | deadline::Event::RescheduleRejected(_)
            | deadline::Event::RescheduleApproved(_)
            | deadline::Event::ApologyUnsent(_)
            | deadline::Event::AppointmentMissed(_)
            | deadline::Event::LateApologised(_)
            | deadline::Event::AppointmentRecounted(_),
        ) => true,
        Event::Routing(
            routing::Event::StepDone(_)
            | routing::Event::Consulted(_)
            | routing::Event::ConsultationAnswered(_)
            | routing::Event::ConsultationUnanswered(_),
        ) => true,
        Event::Result(result::Event::ResultRecorded(_) | result::Event::PaperRecorded(_)) => true,
        Event::Intake(
            intake::Event::Submitted(_)
            | intake::Event::Withdrawn(_)
            | intake::Event::Completed(_)
            | intake::Event::ContactChanged(_)
            | intake::Event::NeedsStated(_)
            | intake::Event::Supplied(_),
        )
        | Event::Routing(
            routing::Event::Started(_)
            | routing::Event::StepSentBack(_)
            | routing::Event::StepAssigned(_)
            | routing::Event::Paused(_)
            | routing::Event::Resumed(_)
            | routing::Event::LegReceived(_)
            | routing::Event::LegPaid(_),
        )
        | Event::Deadline(
            deadline::Event::ClockStopped(_)
            | deadline::Event::PaymentMade(_)
            | deadline::Event::ApologySent(_),
        )
        | Event::Result(
            result::Event::ResultReturned(_) | result::Event::PaperReturned(_) | result::Event::Rated(_),
        ) => false,
    }
}
