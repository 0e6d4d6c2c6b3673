//! What is drawn: plain words, already written for the reader.

/// A process, and where a dossier stands in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// What stands above it: the procedure, and the dossier's number where there is one.
    pub title: String,
    /// The name of the agency that leads: its counter receives the dossier and returns the result.
    pub lead: String,
    /// The legs, in any order; legs of one column stand, and are numbered, in this one.
    pub legs: Vec<Leg>,
    /// The codes of the legs along the longest path, in order; empty: none is drawn heavier.
    pub critical: Vec<String>,
    /// The moment at which a dossier stands as the legs say; none: the process alone, and neither states nor dates nor
    /// holders are shown.
    pub now: Option<Now>,
    /// Which way it runs.
    pub direction: Direction,
    /// The language of the words that the picture adds.
    pub lang: Lang,
}

/// The part of a process that one agency answers for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leg {
    /// Its code, unique in the picture.
    pub code: String,
    /// What it is.
    pub name: String,
    /// The name of the agency that answers for it.
    pub agency: String,
    /// Whether that agency leads; otherwise it coordinates.
    pub agency_is_lead: bool,
    /// The codes of the legs that must be done before it starts; empty: it starts at acceptance.
    pub after: Vec<String>,
    /// Its share of the time, such as "15 ngày làm việc".
    pub share: String,
    /// When it is worked at all, such as "phải trích đo"; none: always.
    pub conditional: Option<String>,
    /// What the applicant must have paid before it starts.
    pub payment: Option<String>,
    /// How it stands.
    pub state: LegState,
    /// Its moments.
    pub dates: Option<Dates>,
    /// The step it lies on, and who holds it.
    pub holder: Option<String>,
    /// Whether it has taken longer than its share.
    pub late: bool,
}

/// The moments of a leg, as they are to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// When it started.
    pub from: Option<String>,
    /// When its share is used up.
    pub due: Option<String>,
    /// When it was done.
    pub done: Option<String>,
}

/// How a leg stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegState {
    /// Its turn hasn't come.
    #[default]
    Ahead,
    /// It is being worked.
    Open,
    /// It waits for the applicant's payment.
    Waiting,
    /// Its clock stands.
    Resting,
    /// It is done.
    Done,
    /// It isn't worked: its condition didn't hold.
    Skipped,
    /// It was sent back to be done again.
    SentBack,
}

/// The dossier as a whole at the moment that is drawn, its moments as they are to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Now {
    /// The moment that is drawn.
    pub at: String,
    /// When the counter accepted the dossier; none: it hasn't yet.
    pub accepted: Option<String>,
    /// When the result is to be returned.
    pub appointment: Option<String>,
    /// When it was returned; none: it hasn't been yet.
    pub returned: Option<String>,
}

/// Which way a picture runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right, for desks and print.
    #[default]
    Across,
    /// From top to bottom, 360 units wide, for phones.
    Down,
}

/// The language of the words that a picture adds to those it is given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl LegState {
    /// Every state, in the order of the legend.
    pub const ALL: [LegState; 7] = [
        LegState::Ahead,
        LegState::Open,
        LegState::Waiting,
        LegState::Resting,
        LegState::SentBack,
        LegState::Done,
        LegState::Skipped,
    ];

    /// Whether nothing more is to be done in it.
    pub fn is_over(self) -> bool {
        matches!(self, LegState::Done | LegState::Skipped)
    }
}
