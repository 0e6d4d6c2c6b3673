//! A row of feedback, and who raised it.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{feedback, feedback_people};
use crate::sql_types::{Id, Moment};
use ::feedback::{Answered, Complainant, State};
use diesel::prelude::*;
use kernel::{FeedbackId, UserId};

/// What is on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Its id.
    pub id: FeedbackId,
    /// Its number.
    pub number: String,
    /// The number of the dossier that it is about, if it is about one.
    pub dossier: Option<String>,
    /// What deciding needs; moments in UTC.
    pub state: State,
    /// Who raised it, for those who may see it, as long as it isn't forgotten.
    pub author: Option<Author>,
}

/// Who raised it, and in which words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// What was asked, as it came.
    pub question: String,
    /// Who, as far as they said.
    pub complainant: Complainant,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = feedback)]
pub(super) struct Row {
    id: Id,
    number: String,
    agency: String,
    dossier: Option<String>,
    raised_at: Moment,
    due: Moment,
    answered_at: Option<Moment>,
    answered_by: Option<Id>,
    published_question: Option<String>,
    answer: Option<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = feedback_people)]
pub(super) struct AuthorRow {
    pub(super) id: Id,
    pub(super) question: String,
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) email: String,
}

impl Row {
    /// As it is read, its author among `authors` or not to be seen.
    fn read(self, authors: &[AuthorRow]) -> Result<Feedback, StoreError> {
        let author = authors.iter().find(|author| author.id == self.id);
        let agency =
            self.agency.parse().map_err(|why: kernel::BadCode| StoreError::Stored(why.to_string()))?;
        let (raised_at, due) = (self.raised_at.0, self.due.0);
        Ok(Feedback {
            id: FeedbackId(self.id.0),
            number: self.number,
            dossier: self.dossier,
            state: State {
                agency,
                raised_at,
                due,
                answered: answered(self.answered_at, self.answered_by, self.published_question, self.answer),
            },
            author: author.map(AuthorRow::read),
        })
    }
}

fn answered(
    at: Option<Moment>,
    by: Option<Id>,
    published_question: Option<String>,
    answer: Option<String>,
) -> Option<Answered> {
    Some(Answered { at: at?.0, by: UserId(by?.0), published_question: published_question?, answer: answer? })
}

impl AuthorRow {
    fn read(&self) -> Author {
        let (name, phone, email) = (self.name.clone(), self.phone.clone(), self.email.clone());
        Author { question: self.question.clone(), complainant: Complainant { name, phone, email } }
    }
}

/// Rows as they are read, with their authors for those who may see them.
pub(super) fn read(db: &mut Db, rows: Vec<Row>, sees_people: bool) -> Result<Vec<Feedback>, StoreError> {
    let ids: Vec<Id> = rows.iter().filter(|_| sees_people).map(|row| row.id).collect();
    let authors: Vec<AuthorRow> = if ids.is_empty() {
        Vec::new()
    } else {
        feedback_people::table
            .filter(feedback_people::id.eq_any(ids))
            .select(AuthorRow::as_select())
            .load(db)?
    };
    rows.into_iter().map(|row| row.read(&authors)).collect()
}
