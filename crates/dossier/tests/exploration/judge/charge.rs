//! Whose the time was (3.b¶3: charged to who used it), counted by the judge: each agency's minutes by its own calendar, and
//! what it took beyond the shares of its steps. Neither a stop of the clock nor another agency's time is anybody's.

use super::across::Charged;
use super::law::Law;
use super::ledger::Ledger;
use crate::ground::known;
use std::collections::BTreeMap;
use time::{Duration, OffsetDateTime};

/// By agency; nothing where nothing was used.
pub(crate) type Charges = BTreeMap<&'static str, Charged>;

/// What each agency took until now. What has ended takes nobody's time.
pub(crate) fn charges(law: &Law, ledger: &Ledger, now: OffsetDateTime) -> Charges {
    let mut used = ledger.used.clone();
    let open = ledger.open.iter().filter(|_| ledger.ended.is_none());
    for open in open {
        *used.entry(open.step).or_default() += minutes(law, open.step, open.since, now);
    }
    let mut charges = ledger.charged.clone();
    add(law, &mut charges, &used);
    charges.retain(|_, charged| charged.used != 0);
    charges
}

/// Every share begins afresh; what was taken before stays with whom it was.
pub(super) fn begun_afresh(law: &Law, ledger: &mut Ledger) {
    let used = std::mem::take(&mut ledger.used);
    add(law, &mut ledger.charged, &used);
}

fn add(law: &Law, charges: &mut Charges, used: &BTreeMap<&'static str, i64>) {
    for (step, used) in used {
        let Some(seat) = law.seat(step) else { continue };
        let charged = charges.entry(seat.agency()).or_default();
        charged.used += used;
        charged.late += (used - seat.desk.minutes).max(0);
    }
}

/// The working minutes of a step's agency between two moments; a moment counts as its minute.
pub(super) fn minutes(law: &Law, step: &str, since: OffsetDateTime, now: OffsetDateTime) -> i64 {
    let minute = |moment: OffsetDateTime| moment - Duration::seconds(i64::from(moment.second()));
    let Some(seat) = law.seat(step) else { return 0 };
    law.almanac_of(seat.agency(), now).between(minute(since), minute(now)) / 60
}

/// What the program charges, by agency.
pub(crate) fn told(charges: &[routing::Charge]) -> Charges {
    let mut told = Charges::new();
    for charge in charges {
        let charged = told.entry(known(charge.agency.as_str())).or_default();
        charged.used += charge.used_minutes;
        charged.late += charge.late_minutes;
    }
    told.retain(|_, charged| charged.used != 0);
    told
}
