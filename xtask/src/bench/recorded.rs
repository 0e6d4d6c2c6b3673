//! The statements of one act, read from PostgreSQL's log (`log_statement = all`).

/// A statement as it was executed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// With `$1`, `$2` … where its parameters go.
    pub(crate) sql: String,
    /// In order; none for NULL.
    pub(crate) parameters: Vec<Option<String>>,
}

/// What was executed after the last COMMIT but one, up to the last.
pub(crate) fn last_act(log: &str) -> Vec<Statement> {
    let statements = statements(log);
    let commits = statements.iter().enumerate().filter(|(_, statement)| statement.sql == "COMMIT");
    let ends: Vec<usize> = commits.map(|(place, _)| place).collect();
    match ends.as_slice() {
        [.., before, last] => statements[before + 1..=*last].to_vec(),
        _ => Vec::new(),
    }
}

fn statements(log: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for line in log.lines() {
        if let Some(sql) = executed(line) {
            statements.push(Statement { sql: sql.to_owned(), parameters: Vec::new() });
        } else if let (Some(told), Some(last)) = (parameters_told(line), statements.last_mut()) {
            last.parameters = parameters(told);
        }
    }
    statements
}

fn executed(line: &str) -> Option<&str> {
    let (_, what) = line.split_once(" LOG:  ")?;
    let sql = match what.strip_prefix("statement: ") {
        Some(sql) => sql,
        None => what.strip_prefix("execute ")?.split_once(": ")?.1,
    };
    Some(sql.trim())
}

fn parameters_told(line: &str) -> Option<&str> {
    let (_, what) = line.split_once(" DETAIL:  ")?;
    what.strip_prefix("parameters: ").or_else(|| what.strip_prefix("Parameters: "))
}

/// Reads `$1 = 'it''s', $2 = NULL`.
fn parameters(told: &str) -> Vec<Option<String>> {
    let mut found = Vec::new();
    let mut rest = told;
    while let Some((_, value)) = rest.split_once(" = ") {
        let (parameter, after) = match value.strip_prefix('\'') {
            Some(quoted) => unquoted(quoted),
            None => (None, value.trim_start_matches("NULL")),
        };
        found.push(parameter);
        rest = after;
    }
    found
}

/// The text up to the quote that closes it, and what comes behind.
fn unquoted(quoted: &str) -> (Option<String>, &str) {
    let mut text = String::new();
    let mut rest = quoted;
    while let Some((piece, after)) = rest.split_once('\'') {
        text.push_str(piece);
        let Some(more) = after.strip_prefix('\'') else { return (Some(text), after) };
        text.push('\'');
        rest = more;
    }
    (Some(text), rest)
}

#[cfg(test)]
mod tests {
    use super::{last_act, parameters};

    #[test]
    fn parameters_are_read_with_their_quotes() {
        let told = "$1 = 'it''s = ', $2 = NULL, $3 = ''";
        assert_eq!(parameters(told), [Some("it's = ".to_owned()), None, Some(String::new())]);
    }

    #[test]
    fn the_last_act_begins_after_the_commit_before() {
        let log = "t [1] LOG:  statement: BEGIN\n\
            t [1] LOG:  statement: COMMIT\n\
            t [1] LOG:  execute __diesel_stmt_0: SELECT $1\n\
            t [1] DETAIL:  parameters: $1 = '7'\n\
            t [1] LOG:  statement: BEGIN\n\
            t [1] LOG:  statement: COMMIT\n";
        let act = last_act(log);
        assert_eq!(
            act.iter().map(|each| each.sql.as_str()).collect::<Vec<_>>(),
            ["SELECT $1", "BEGIN", "COMMIT"]
        );
        assert_eq!(act[0].parameters, [Some("7".to_owned())]);
    }
}
