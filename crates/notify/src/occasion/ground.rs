//! Who is told, and why.

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Who applies.
    Applicant,
    /// The officers with whom the dossier lies, and the heads of their agencies.
    Holders,
    /// Who signs: the head of the agency that answers for the dossier, and deputies in the field.
    Signatories,
    /// Who signs for the agency that holds the dossier up: they put their name to the reason.
    Endorsers,
    /// Who proposed the rescheduling.
    Proposer,
    /// The agencies still to act.
    AgenciesToAct,
    /// The agency that is asked for its opinion.
    Consulted,
    /// Who asked for that opinion.
    Asker,
}

/// On what ground somebody is told: it decides whether their wishes and the quiet hours count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The law demands it in writing: at every address, whatever they wish, at once.
    Law,
    /// They are told by themselves (2.đ): where they wish; without a wish that can be met, at every address.
    Directive,
    /// A service: only where they wish.
    Wish,
    /// On each step, for those who asked for it (2.đ): where they wish; without a wish that can be met, at every address.
    EachStep,
}
