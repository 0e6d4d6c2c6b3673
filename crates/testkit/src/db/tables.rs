//! Looking at what stands in the tables, past the store.

use super::TestDb;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use std::collections::BTreeMap;
use store::{Db, Kind};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

impl TestDb {
    /// What a query with one text column named `line` answers.
    ///
    /// # Panics
    /// Where the query fails.
    pub fn lines(&self, query: &str) -> Vec<String> {
        let lines: Result<Vec<Line>, _> = match &mut self.connect() {
            Db::Pg(connection) => sql_query(query).load(connection),
            Db::Sqlite(connection) => sql_query(query).load(connection),
        };
        lines.unwrap_or_else(|why| panic!("{query}: {why}")).into_iter().map(|line| line.line).collect()
    }

    /// Every row of a table, each as one line, sorted.
    ///
    /// # Panics
    /// Where there is no such table.
    pub fn rows(&self, table: &str) -> Vec<String> {
        let query = match self.kind() {
            Kind::Postgres => format!("select {table}::text as line from {table}"),
            Kind::Sqlite => {
                let quoted: Vec<String> =
                    self.columns(table).iter().map(|column| format!("quote({column})")).collect();
                format!("select {} as line from {table}", quoted.join(" || ',' || "))
            }
        };
        let mut rows = self.lines(&query);
        rows.sort_unstable();
        rows
    }

    /// The names of the tables, sorted, without the database's own.
    pub fn tables(&self) -> Vec<String> {
        let mut tables = self.lines(match self.kind() {
            Kind::Postgres => "select tablename::text as line from pg_tables where schemaname = 'public'",
            Kind::Sqlite => {
                "select name as line from sqlite_schema where type = 'table' and name not like 'sqlite%'"
            }
        });
        tables.sort_unstable();
        tables
    }

    /// The names of a table's columns, in their order.
    pub fn columns(&self, table: &str) -> Vec<String> {
        self.lines(&match self.kind() {
            Kind::Postgres => format!(
                "select column_name::text as line from information_schema.columns
                 where table_schema = 'public' and table_name = '{table}' order by ordinal_position"
            ),
            Kind::Sqlite => format!("select name as line from pragma_table_info('{table}') order by cid"),
        })
    }

    /// Every row of every table: to see that nothing at all was changed.
    pub fn everything(&self) -> BTreeMap<String, Vec<String>> {
        self.tables().into_iter().map(|table| (table.clone(), self.rows(&table))).collect()
    }
}
