//! The ground the exploration stands on: small procedures, their calendars, and the variants of both.

use crate::judge::law::{Law, Span};
use crate::judge::process::Leg;
use crate::procedure::{calendars, version};
use crate::processes;
use calendar::Calendar;
use catalog::Version;
use kernel::AgencyCode;
use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;
use time::macros::{date, datetime};
use time::{Date, OffsetDateTime};

/// The agency that receives, and leads.
pub(crate) const LEAD: &str = "H32.1";
/// Another one, which opens half an hour later.
pub(crate) const SECOND: &str = "H32.2";
/// A third, which works in the mornings only.
pub(crate) const THIRD: &str = "H32.3";
/// One that no process names.
pub(crate) const OUTSIDE: &str = "H32.9";
/// The field of law.
pub(crate) const FIELD: &str = "Mẫu";

/// A day off in the middle of everything.
const DAY_OFF: Date = date!(2026 - 11 - 24);
/// The days beside it, which are announced to be off too.
const NEW_DAYS_OFF: [Date; 2] = [date!(2026 - 11 - 23), date!(2026 - 11 - 25)];
/// When that is announced, or that the day off is to be worked.
const ANNOUNCED: OffsetDateTime = datetime!(2026-11-20 16:00 +7);

/// Each agency's calendar.
pub(crate) type Calendars = BTreeMap<AgencyCode, Arc<Calendar>>;

/// One procedure to explore: what the program is given, and what the judge is told of it, each stated for itself.
pub(crate) struct Variant {
    /// What it is called in reports.
    pub(crate) name: &'static str,
    /// What the judge is told.
    pub(crate) law: Law,
    /// What the program is given.
    pub(crate) version: Arc<Version>,
    /// The calendars of the beginning, and those since something was announced.
    pub(crate) calendars: [Calendars; 2],
    /// The moments of every life, the first one that of the submission.
    pub(crate) moments: Vec<OffsetDateTime>,
    /// At how many of the moments, from the first, the acceptance of what came in complete is followed. Of what was
    /// guided or completed, it is at the first alone: nothing that the counter did looks at the clock.
    pub(crate) accepted_at: usize,
    /// How many detours from the straight way are followed in one life.
    pub(crate) detours: u8,
    /// How many of them may be stops of the clock.
    pub(crate) stops: u8,
    /// Whether there are no other moments than the variant's own: fewer moments, for more detours.
    pub(crate) coarse: bool,
    /// Whether what goes on at the counter is only asked, not followed: it is the same whoever works on the dossier.
    pub(crate) from_acceptance: bool,
}

impl Variant {
    /// The calendars in force at a moment.
    pub(crate) fn calendars_at(&self, now: OffsetDateTime) -> &Calendars {
        let announced = self.law.announced.is_some_and(|(at, _)| now >= at);
        &self.calendars[usize::from(announced)]
    }
}

/// Every variant.
pub(crate) fn variants() -> Vec<Variant> {
    plans().iter().map(variant).collect()
}

/// What the judge is told of the variant with this name.
pub(crate) fn law_of(name: &str) -> Law {
    law(plans().iter().find(|plan| plan.name == name).expect("a variant"))
}

/// An agency by its code.
pub(crate) fn known(agency: &str) -> &'static str {
    [LEAD, SECOND, THIRD].into_iter().find(|known| *known == agency).unwrap_or(OUTSIDE)
}

fn plans() -> Vec<Plan> {
    let (days, hours) = (Span::Days(2), Span::Hours(5));
    let fine = |name, span| Plan { name, span, ..Plan::default() };
    let coarse = |name, span| Plan { coarse: true, stops: 2, detours: 3, ..fine(name, span) };
    let one_leg = [
        Plan { accepted_at: 3, ..fine("days", days) },
        Plan { accepted_at: 2, ..fine("hours", hours) },
        Plan { resumed: true, ..fine("days, goes on with what was left", days) },
        Plan { exceptions: true, stops: 2, ..fine("days, exceptions", days) },
        Plan { exceptions: true, resumed: true, ..fine("hours, exceptions, what was left", hours) },
        Plan { announced: &NEW_DAYS_OFF, ..fine("days, new days off", days) },
        Plan {
            announced: &[DAY_OFF],
            accepted_at: 2,
            detours: 1,
            ..coarse("days, a day off is worked", days)
        },
        coarse("days, coarse", days),
        Plan { exceptions: true, resumed: true, ..coarse("hours, coarse, exceptions, what was left", hours) },
    ];
    one_leg.into_iter().chain(of_several_agencies()).collect()
}

fn of_several_agencies() -> [Plan; 10] {
    let legs = |name, process| Plan { name, process, from_acceptance: true, ..Plan::default() };
    let coarse = |name, process| Plan { coarse: true, ..legs(name, process) };
    let sparse = |name, process| Plan { sparse: true, detours: 1, ..coarse(name, process) };
    [
        Plan {
            resumed: true,
            detours: 1,
            ..legs("the lead, then another agency", processes::LEAD_THEN_ANOTHER)
        },
        coarse("the lead, then another agency, coarse", processes::LEAD_THEN_ANOTHER),
        coarse("another agency, then the lead", processes::ANOTHER_THEN_LEAD),
        Plan { sparse: true, ..coarse("side by side", processes::SIDE_BY_SIDE) },
        Plan { detours: 1, ..coarse("three in sequence", processes::IN_SEQUENCE) },
        sparse("fork and join", processes::FORK_AND_JOIN),
        sparse("under conditions", processes::CONDITIONAL),
        Plan { detours: 1, ..coarse("where a map was handed in", processes::WITH_A_MAP) },
        Plan { resumed: true, ..sparse("after a payment", processes::PAYING) },
        sparse("a bundle", processes::BUNDLE),
    ]
}

/// In what a variant differs.
#[derive(Clone, Copy)]
struct Plan {
    name: &'static str,
    span: Span,
    resumed: bool,
    exceptions: bool,
    process: &'static [Leg],
    announced: &'static [Date],
    coarse: bool,
    /// Fewer still of a coarse variant's moments.
    sparse: bool,
    from_acceptance: bool,
    accepted_at: usize,
    detours: u8,
    stops: u8,
}

impl Default for Plan {
    fn default() -> Self {
        Plan {
            name: "",
            span: Span::Days(2),
            resumed: false,
            exceptions: false,
            process: processes::ONE_LEG,
            announced: &[],
            coarse: false,
            sparse: false,
            from_acceptance: false,
            accepted_at: 1,
            detours: 2,
            stops: 1,
        }
    }
}

fn variant(plan: &Plan) -> Variant {
    let law = law(plan);
    let calendars = [calendars(1, &law.off), calendars(2, &law.off_at(ANNOUNCED))];
    let Plan { name, coarse, from_acceptance, accepted_at, stops, .. } = *plan;
    let wider = std::env::var("EXPLORE_DETOURS").ok().and_then(|detours| detours.parse().ok());
    let detours = wider.unwrap_or(plan.detours);
    let (version, moments) = (Arc::new(version(&law)), moments(plan));
    Variant { name, law, version, calendars, moments, coarse, from_acceptance, accepted_at, detours, stops }
}

fn law(plan: &Plan) -> Law {
    Law {
        span: plan.span,
        afresh: !plan.resumed,
        exceptions: plan.exceptions,
        off: vec![DAY_OFF],
        announced: (!plan.announced.is_empty()).then_some((ANNOUNCED, plan.announced)),
        legs: plan.process,
    }
}

/// Either side of an acceptance's day, or hours of it; a day in the middle of a stop, and one long after everything.
fn moments(plan: &Plan) -> Vec<OffsetDateTime> {
    if plan.coarse {
        let left_out = |moment: &OffsetDateTime| plan.sparse && *moment == A_MOMENT_A_DAY[2];
        return A_MOMENT_A_DAY.into_iter().filter(|moment| !left_out(moment)).collect();
    }
    let begin = match plan.span {
        Span::Days(_) => [datetime!(2026-11-19 23:59:59 +7), datetime!(2026-11-20 00:00:00 +7)],
        Span::Hours(_) => [datetime!(2026-11-20 11:30:00 +7), datetime!(2026-11-20 15:01:00 +7)],
    };
    let announced = (!plan.announced.is_empty()).then_some(ANNOUNCED);
    let later = [datetime!(2026-11-25 09:00 +7), datetime!(2026-12-14 10:00 +7)];
    [datetime!(2026-11-19 16:00 +7)].into_iter().chain(begin).chain(announced).chain(later).collect()
}

/// The moments of a coarse variant: one on each of some working days.
const A_MOMENT_A_DAY: [OffsetDateTime; 5] = [
    datetime!(2026-11-19 16:00 +7),
    datetime!(2026-11-20 08:30 +7),
    datetime!(2026-11-23 10:00 +7),
    datetime!(2026-11-26 10:00 +7),
    datetime!(2026-12-14 10:00 +7),
];

/// A code that is known to be sound.
pub(crate) fn code<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a valid code")
}
