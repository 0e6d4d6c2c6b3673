//! What people may be told about a dossier, in plain facts.

mod ground;
mod samples;
mod table;
mod what;

pub use ground::{Audience, Ground};
pub use samples::samples;
pub use what::What;

use serde::Serialize;

/// The name of the texts that bring the applicant the letter of a rescheduling.
pub const RESCHEDULED: &str = "rescheduled";

/// Something somebody is told about a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Occasion {
    /// Which dossier.
    #[serde(flatten)]
    pub dossier: Dossier,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// A dossier as every text names it. What isn't known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Dossier {
    /// Its number; empty before acceptance.
    pub number: String,
    /// The procedure's name.
    pub procedure: String,
    /// The name of the agency that received it.
    pub agency: String,
    /// That agency's hotline.
    pub hotline: String,
    /// The page where who is told reads on.
    pub link: String,
}

impl Occasion {
    /// The row's topic in the outbox: the event's kind, or the warning's name.
    pub fn topic(&self) -> &'static str {
        table::of(&self.what).topic
    }

    /// The name its texts bear: `NAME.sms.txt` and `NAME.email.txt`.
    pub fn text(&self) -> &'static str {
        table::of(&self.what).text
    }

    /// Who is told.
    pub fn audience(&self) -> Audience {
        table::of(&self.what).audience
    }

    /// On what ground they are told.
    pub fn ground(&self) -> Ground {
        table::of(&self.what).ground
    }

    /// Whether somebody has to tell the applicant by other means where no message reaches them: what the law demands, and
    /// what the directive has them told by themselves (2.đ) where an address that they gave turned out to be `bad`.
    pub fn is_told_by_other_means(&self, bad: bool) -> bool {
        let wanting = match self.ground() {
            Ground::Law => true,
            Ground::Directive => bad,
            Ground::Wish | Ground::EachStep => false,
        };
        wanting && self.audience() == Audience::Applicant
    }

    /// Whether the law demands it in writing: then neither quiet hours nor the addressee's wishes hold it back.
    pub fn is_legal(&self) -> bool {
        self.ground() == Ground::Law
    }
}
