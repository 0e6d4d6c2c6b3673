//! Statements that a connection prepares once. Diesel's own `UPDATE` is prepared anew every time it runs, since a
//! changeset may leave columns out; the ones here always set the same columns.

use crate::db::MultiBackend;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::Integer;

/// A statement without parameters.
pub(crate) struct Fixed(pub(crate) &'static str);

impl QueryFragment<MultiBackend> for Fixed {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        out.push_sql(self.0);
        Ok(())
    }
}

impl QueryId for Fixed {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C> RunQueryDsl<C> for Fixed {}

/// Sets the same columns of a table each time, where `only` holds.
pub(crate) struct Update<S, W> {
    table: &'static str,
    set: S,
    only: W,
}

impl<S, W> Update<S, W> {
    /// `set` must name the same columns whatever it holds: `treat_none_as_null`.
    pub(crate) fn new<C: AsChangeset<Changeset = S>>(table: &'static str, set: C, only: W) -> Self {
        Self { table, set: set.as_changeset(), only }
    }

    /// The same update, telling the new value of a number.
    pub(crate) fn returning(self, column: &'static str) -> Returning<S, W> {
        Returning { update: self, column }
    }
}

impl<S, W> QueryFragment<MultiBackend> for Update<S, W>
where
    S: QueryFragment<MultiBackend>,
    W: QueryFragment<MultiBackend>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        out.push_sql("UPDATE ");
        out.push_identifier(self.table)?;
        out.push_sql(" SET ");
        self.set.walk_ast(out.reborrow())?;
        out.push_sql(" WHERE ");
        self.only.walk_ast(out)
    }
}

impl<S, W> QueryId for Update<S, W> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<S, W, C> RunQueryDsl<C> for Update<S, W> {}

/// An update that tells the new value of a number.
pub(crate) struct Returning<S, W> {
    update: Update<S, W>,
    column: &'static str,
}

impl<S, W> QueryFragment<MultiBackend> for Returning<S, W>
where
    Update<S, W>: QueryFragment<MultiBackend>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        self.update.walk_ast(out.reborrow())?;
        out.push_sql(" RETURNING ");
        out.push_identifier(self.column)
    }
}

impl<S, W> QueryId for Returning<S, W> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<S, W> Query for Returning<S, W> {
    type SqlType = Integer;
}

impl<S, W, C> RunQueryDsl<C> for Returning<S, W> {}
