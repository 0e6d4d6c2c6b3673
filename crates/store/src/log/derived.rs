//! Tables that follow from a dossier's state and hold nothing for most: what is asked of the applicant, stops, breaches,
//! the rescheduling. A row is written or taken away, never changed.

use super::rows::{
    BreachRow, ConsultationRow, HolderRow, LetterRow, NeedRow, PaperRow, ProposalRow, RequestRow,
    RescheduleRow, StopRow,
};
use crate::db::Db;
use crate::sql_types::Id;
use diesel::QueryResult;
use dossier::State;
use kernel::DossierId;
use std::collections::BTreeMap;

/// A row of such a table.
pub(super) trait Derived: Sized + PartialEq {
    /// The table.
    const TABLE: &'static str;

    /// The rows that follow from a dossier's state.
    fn of(id: DossierId, state: &State) -> Vec<Self>;
    /// Whose row it is.
    fn dossier(&self) -> Id;
    /// The row, by its key.
    fn name(&self) -> String;
    /// Writes it.
    fn put(&self, db: &mut Db) -> QueryResult<usize>;
    /// Takes it away.
    fn take(&self, db: &mut Db) -> QueryResult<usize>;
    /// Takes a dossier's rows away.
    fn take_all(db: &mut Db, dossier: Id) -> QueryResult<usize>;
    /// The rows of the dossiers after `last`, up to and with `end`.
    fn between(db: &mut Db, last: Id, end: Id) -> QueryResult<Vec<Self>>;
    /// The next dossiers after `last` that have rows.
    fn ids_after(db: &mut Db, last: Id, limit: i64) -> QueryResult<Vec<Id>>;
}

/// What [`Derived`] needs of a table: its name, its key besides the dossier.
macro_rules! in_its_table {
    ($table:ident by $($key:ident),*) => {
        const TABLE: &'static str = stringify!($table);

        fn dossier(&self) -> Id {
            self.dossier_id
        }

        fn name(&self) -> String {
            let key: Vec<String> = vec![$(format!(concat!(stringify!($key), " {}"), self.$key)),*];
            [vec![self.dossier_id.0.to_string()], key].concat().join(" ")
        }

        fn put(&self, db: &mut Db) -> QueryResult<usize> {
            diesel::insert_into($table::table).values(self).execute(db)
        }

        fn take(&self, db: &mut Db) -> QueryResult<usize> {
            let row = $table::table.filter($table::dossier_id.eq(self.dossier_id));
            $(let row = row.filter($table::$key.eq(&self.$key));)*
            diesel::delete(row).execute(db)
        }

        fn take_all(db: &mut Db, dossier: Id) -> QueryResult<usize> {
            diesel::delete($table::table.filter($table::dossier_id.eq(dossier))).execute(db)
        }

        fn between(db: &mut Db, last: Id, end: Id) -> QueryResult<Vec<Self>> {
            let rows = $table::table.filter($table::dossier_id.gt(last)).filter($table::dossier_id.le(end));
            rows.select(Self::as_select()).load(db)
        }

        fn ids_after(db: &mut Db, last: Id, limit: i64) -> QueryResult<Vec<Id>> {
            let ids = $table::table.filter($table::dossier_id.gt(last)).select($table::dossier_id);
            ids.distinct().order($table::dossier_id).limit(limit).load(db)
        }
    };
}
pub(super) use in_its_table;

/// All rows of a dossier in these tables; each table stands after those that its rows refer to.
macro_rules! tables {
    ($($field:ident: $row:ty),+ $(,)?) => {
        #[derive(Debug, Default)]
        pub(super) struct DerivedRows { $($field: Vec<$row>),+ }

        impl DerivedRows {
            /// The rows that follow from a dossier's state.
            pub(super) fn of(id: DossierId, state: &State) -> Self {
                Self { $($field: <$row>::of(id, state)),+ }
            }

            /// Writes what isn't among the rows `before`, and takes away what no longer follows.
            pub(super) fn write(&self, db: &mut Db, before: &Self) -> QueryResult<()> {
                $(write(db, &before.$field, &self.$field)?;)+
                Ok(())
            }

            /// Takes every row of a dossier away, for what follows from its log to be written anew.
            pub(super) fn take_all(db: &mut Db, dossier: Id) -> QueryResult<()> {
                let tables = [$(<$row>::take_all),+];
                tables.iter().rev().try_for_each(|take_all| take_all(db, dossier).map(drop))
            }

            /// The next dossiers after `last` that any of the tables knows.
            pub(super) fn ids_after(db: &mut Db, last: Id, limit: i64) -> QueryResult<Vec<Id>> {
                let mut ids = Vec::new();
                $(ids.extend(<$row>::ids_after(db, last, limit)?);)+
                Ok(ids)
            }

            /// The rows of the dossiers after `last`, up to and with `end`.
            pub(super) fn between(db: &mut Db, last: Id, end: Id) -> QueryResult<BTreeMap<Id, Self>> {
                let mut page: BTreeMap<Id, Self> = BTreeMap::new();
                $(for row in <$row>::between(db, last, end)? {
                    page.entry(row.dossier()).or_default().$field.push(row);
                })+
                Ok(page)
            }

            /// Table and key of every row that stands in one of the two and not in the other.
            pub(super) fn differences(&self, stored: &Self) -> Vec<(&'static str, String)> {
                let mut found = Vec::new();
                $(found.extend(differences(&self.$field, &stored.$field));)+
                found
            }
        }
    };
}

tables! {
    needs: NeedRow,
    requests: RequestRow,
    letters: LetterRow,
    reschedules: RescheduleRow,
    proposals: ProposalRow,
    breaches: BreachRow,
    holders: HolderRow,
    stops: StopRow,
    papers: PaperRow,
    consultations: ConsultationRow,
}

fn write<R: Derived>(db: &mut Db, before: &[R], after: &[R]) -> QueryResult<()> {
    for row in before.iter().filter(|row| !after.contains(row)) {
        row.take(db)?;
    }
    for row in after.iter().filter(|row| !before.contains(row)) {
        row.put(db)?;
    }
    Ok(())
}

/// A row that was changed stands in both, each time otherwise; it is named once.
fn differences<R: Derived>(derived: &[R], stored: &[R]) -> Vec<(&'static str, String)> {
    let wrong = stored.iter().filter(|row| !derived.contains(row));
    let lacking = derived.iter().filter(|row| !stored.contains(row));
    let mut names: Vec<String> = wrong.chain(lacking).map(Derived::name).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|name| (R::TABLE, name)).collect()
}
