//! What is on record of one complaint or proposal.

use kernel::{AgencyCode, UserId};
use time::OffsetDateTime;

/// What deciding needs of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The agency it was raised with.
    pub agency: AgencyCode,
    /// When.
    pub raised_at: OffsetDateTime,
    /// By when it is to be answered.
    pub due: OffsetDateTime,
    /// Its answer, once it is given.
    pub answered: Option<Answered>,
}

/// An answer that was given, and published with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// When.
    pub at: OffsetDateTime,
    /// By whom.
    pub by: UserId,
    /// What was asked, in words that name nobody.
    pub published_question: String,
    /// The answer.
    pub answer: String,
}

/// How it stands to its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// To be answered, and there is time.
    Open,
    /// To be answered, and the time is over.
    Overdue,
    /// Answered in time.
    Answered,
    /// Answered, but late.
    AnsweredLate,
}

impl Standing {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Open, Self::Overdue, Self::Answered, Self::AnsweredLate];

    /// Its name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Answered => "answered",
            Self::AnsweredLate => "answered_late",
        }
    }
}

impl State {
    /// How it stands at `now`; at the deadline itself it is still in time.
    pub fn standing(&self, now: OffsetDateTime) -> Standing {
        match &self.answered {
            Some(answered) if answered.at > self.due => Standing::AnsweredLate,
            Some(_) => Standing::Answered,
            None if now > self.due => Standing::Overdue,
            None => Standing::Open,
        }
    }
}
