//! Statements that a connection prepares once. Diesel's own `UPDATE` is prepared anew every time it runs, since a
//! changeset may leave columns out; the ones here always set the same columns.

use diesel::backend::Backend;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::Integer;
use std::marker::PhantomData;

/// A statement without parameters.
pub(crate) struct Fixed(pub(crate) &'static str);

impl<B: Backend> QueryFragment<B> for Fixed {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, B>) -> QueryResult<()> {
        out.push_sql(self.0);
        Ok(())
    }
}

impl QueryId for Fixed {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C> RunQueryDsl<C> for Fixed {}

/// Sets the same columns of a table each time, where `only` holds. `Of` is the type that names the columns: with it a
/// connection finds what it has prepared without writing the statement anew.
pub(crate) struct Update<Of, S, W> {
    table: &'static str,
    set: S,
    only: W,
    of: PhantomData<Of>,
}

impl<Of: AsChangeset, W> Update<Of, Of::Changeset, W> {
    /// Sets `set`.
    pub(crate) fn new(table: &'static str, set: Of, only: W) -> Self {
        Self { table, set: set.as_changeset(), only, of: PhantomData }
    }
}

impl<'a, Of: 'a, S, W> Update<Of, S, W>
where
    &'a Of: AsChangeset<Changeset = S>,
{
    /// Sets the columns of a row, which must be the same whatever it holds: `treat_none_as_null`.
    pub(crate) fn of_row(table: &'static str, row: &'a Of, only: W) -> Self {
        Self { table, set: row.as_changeset(), only, of: PhantomData }
    }
}

impl<Of, S, W> Update<Of, S, W> {
    /// The same update, telling the new value of a number.
    pub(crate) fn returning(self, column: &'static str) -> Returning<Of, S, W> {
        Returning { update: self, column }
    }
}

impl<B, Of, S, W> QueryFragment<B> for Update<Of, S, W>
where
    B: Backend,
    S: QueryFragment<B>,
    W: QueryFragment<B>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, B>) -> QueryResult<()> {
        out.push_sql("UPDATE ");
        out.push_identifier(self.table)?;
        out.push_sql(" SET ");
        self.set.walk_ast(out.reborrow())?;
        out.push_sql(" WHERE ");
        self.only.walk_ast(out)
    }
}

impl<Of: 'static, S, W: QueryId> QueryId for Update<Of, S, W> {
    type QueryId = Update<Of, (), W::QueryId>;
    const HAS_STATIC_QUERY_ID: bool = W::HAS_STATIC_QUERY_ID;
}

impl<Of, S, W, C> RunQueryDsl<C> for Update<Of, S, W> {}

/// An update that tells the new value of a number.
pub(crate) struct Returning<Of, S, W> {
    update: Update<Of, S, W>,
    column: &'static str,
}

impl<B, Of, S, W> QueryFragment<B> for Returning<Of, S, W>
where
    B: Backend,
    Update<Of, S, W>: QueryFragment<B>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, B>) -> QueryResult<()> {
        self.update.walk_ast(out.reborrow())?;
        out.push_sql(" RETURNING ");
        out.push_identifier(self.column)
    }
}

impl<Of: 'static, S, W: QueryId> QueryId for Returning<Of, S, W> {
    type QueryId = Returning<Of, (), W::QueryId>;
    const HAS_STATIC_QUERY_ID: bool = W::HAS_STATIC_QUERY_ID;
}

impl<Of, S, W> Query for Returning<Of, S, W> {
    type SqlType = Integer;
}

impl<Of, S, W, C> RunQueryDsl<C> for Returning<Of, S, W> {}
