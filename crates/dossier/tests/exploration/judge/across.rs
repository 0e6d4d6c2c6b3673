//! What the judge keeps of several agencies on one dossier.

use crate::ground::known;
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// How a leg stands that has nothing open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LegStands {
    /// Its last step was done.
    Done,
    /// It isn't worked.
    Skipped,
    /// Its agency sent it back to the lead, at this step.
    BackAt(&'static str),
}

/// What an agency took, in its own working minutes, and how much of that beyond its shares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Charged {
    pub(crate) used: i64,
    pub(crate) late: i64,
}

/// An opinion that was asked of another agency.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Consultation {
    /// The agency that was asked.
    pub(crate) asked: &'static str,
    /// By when it is to answer.
    pub(crate) due: OffsetDateTime,
    /// Whether it did, in time or late.
    pub(crate) answered: bool,
    /// Whether it was found that it didn't in time.
    pub(crate) unanswered: bool,
}

/// What is gathered before the one request goes out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Gathering {
    /// The agencies that were asked.
    pub(crate) asked: BTreeSet<&'static str>,
    /// Those of them that have said what they need, or that they need nothing.
    pub(crate) stated: BTreeSet<&'static str>,
    /// The components that anybody needs.
    pub(crate) wanted: BTreeSet<String>,
    /// By when they are to say so.
    pub(crate) due: OffsetDateTime,
}

impl Gathering {
    /// The agencies that have said nothing yet.
    pub(crate) fn silent(&self) -> BTreeSet<&'static str> {
        self.asked.difference(&self.stated).copied().collect()
    }
}

/// Agencies by their codes.
pub(crate) fn named<'a>(
    agencies: impl IntoIterator<Item = &'a kernel::AgencyCode>,
) -> BTreeSet<&'static str> {
    agencies.into_iter().map(|agency| known(agency.as_str())).collect()
}
