//! Writing the query rows that follow from the log.

use super::derived::DerivedRows;
use super::load::Loaded;
use super::rows::{AgencyRow, DossierRow, TurnRow, agency_rows, dossier_row, turn_rows};
use crate::db::{Db, each};
use crate::error::StoreError;
use crate::schema::{dossier_agencies, dossiers, step_turns};
use crate::sql_types::Id;
use crate::statements::Update;
use diesel::prelude::*;
use diesel::result::Error as DieselError;
use dossier::State;

/// Brings the rows of a dossier from what `before` says to what it is now.
pub(super) fn write_query_rows(db: &mut Db, before: &State, after: &Loaded) -> Result<(), StoreError> {
    if let Some(row) = dossier_row(after.id, &after.state, &after.head) {
        put_dossier(db, before.version == 0, &row)?;
    }
    let known = agency_rows(after.id, before);
    for row in agency_rows(after.id, &after.state).difference(&known) {
        put_agency(db, row)?;
    }
    let known = turn_rows(after.id, before);
    for row in turn_rows(after.id, &after.state) {
        let twin = known.iter().find(|old| old.step == row.step && old.visit == row.visit);
        if twin != Some(&row) {
            put_turn(db, twin.is_none(), &row)?;
        }
    }
    let known = DerivedRows::of(after.id, before);
    Ok(DerivedRows::of(after.id, &after.state).write(db, &known)?)
}

/// Writes a dossier's rows anew, whatever was there.
pub(super) fn replace_query_rows(db: &mut Db, dossier: &Loaded) -> Result<(), StoreError> {
    let id = Id(dossier.id.0);
    DerivedRows::take_all(db, id)?;
    diesel::delete(step_turns::table.filter(step_turns::dossier_id.eq(id))).execute(db)?;
    diesel::delete(dossier_agencies::table.filter(dossier_agencies::dossier_id.eq(id))).execute(db)?;
    diesel::delete(dossiers::table.find(id)).execute(db)?;
    write_query_rows(db, &State::default(), dossier)
}

fn put_dossier(db: &mut Db, new: bool, row: &DossierRow) -> Result<(), DieselError> {
    if new {
        each!(db, connection => diesel::insert_into(dossiers::table).values(row).execute(connection))?;
    } else {
        let update = Update::<DossierRow, _, _>::of_row("dossiers", row, dossiers::id.eq(row.id));
        each!(db, connection => update.execute(connection))?;
    }
    Ok(())
}

fn put_agency(db: &mut Db, row: &AgencyRow) -> Result<(), DieselError> {
    each!(db, connection => diesel::insert_into(dossier_agencies::table).values(row).execute(connection))?;
    Ok(())
}

fn put_turn(db: &mut Db, new: bool, row: &TurnRow) -> Result<(), DieselError> {
    if new {
        each!(db, connection => diesel::insert_into(step_turns::table).values(row).execute(connection))?;
    } else {
        let turn = step_turns::dossier_id.eq(row.dossier_id).and(step_turns::step.eq(&row.step));
        let update =
            Update::<TurnRow, _, _>::of_row("step_turns", row, turn.and(step_turns::visit.eq(row.visit)));
        each!(db, connection => update.execute(connection))?;
    }
    Ok(())
}
