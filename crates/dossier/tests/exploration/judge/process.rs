//! Processes as the judge is told of them: legs of agencies, desks in them.

use kernel::Role;

/// The part of a process that one agency answers for.
#[derive(Debug)]
pub(crate) struct Leg {
    /// Its code.
    pub(crate) code: &'static str,
    /// The agency.
    pub(crate) agency: &'static str,
    /// The legs it waits for.
    pub(crate) after: &'static [&'static str],
    /// When it is worked at all.
    pub(crate) only_if: OnlyIf,
    /// The step at whose end the sum is told that must be paid before it starts.
    pub(crate) told_at: Option<&'static str>,
    /// The paper it ends in, where it is a member of a bundle.
    pub(crate) paper: Option<Paper>,
    /// Its steps, in order.
    pub(crate) desks: &'static [Desk],
}

/// When a leg is worked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnlyIf {
    /// Always.
    Always,
    /// Where this component was handed in.
    Handed(&'static str),
    /// Where it wasn't.
    NotHanded(&'static str),
    /// Where it is decided so at the end of this step.
    Decided(&'static str),
}

/// The paper of a member of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paper {
    /// Its name.
    pub(crate) name: &'static str,
    /// Whether it may be handed out before the others are there.
    pub(crate) early: bool,
}

/// A step: the role it lies with and the working minutes it is given.
#[derive(Debug)]
pub(crate) struct Desk {
    pub(crate) step: &'static str,
    pub(crate) role: Role,
    pub(crate) minutes: i64,
}

/// A step with its leg, and its place there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seat {
    pub(crate) leg: &'static Leg,
    pub(crate) place: usize,
    pub(crate) desk: &'static Desk,
}

impl Leg {
    /// Whether it is decided at the end of a step whether it is worked.
    pub(crate) fn is_decided_at(&self, step: &str) -> bool {
        matches!(self.only_if, OnlyIf::Decided(at) if at == step)
    }
}
