//! Three processes, each with dossiers at several points of them.

pub(crate) mod birth;
pub(crate) mod investment;
pub(crate) mod land;

use picture::{Dates, Leg, LegState, Now, Picture};

/// Every sample: the name of its files, and what it shows.
pub(crate) fn all() -> Vec<(&'static str, Picture)> {
    [birth::all(), investment::all(), land::all()].into_iter().flatten().collect()
}

/// A leg of the leading agency; ahead.
pub(crate) fn leg(code: &str, name: &str, agency: &str, after: &[&str], share: &str) -> Leg {
    Leg {
        code: code.to_owned(),
        name: name.to_owned(),
        agency: agency.to_owned(),
        after: after.iter().map(|code| (*code).to_owned()).collect(),
        share: share.to_owned(),
        ..Leg::default()
    }
}

/// The process in which the dossier stands so.
pub(crate) fn at(
    mut picture: Picture,
    number: &str,
    now: [Option<&str>; 4],
    stand: impl Fn(&mut Leg),
) -> Picture {
    let [at, accepted, appointment, returned] = now.map(|moment| moment.map(str::to_owned));
    picture.title = format!("{} — hồ sơ {number}", picture.title);
    picture.now = at.map(|at| Now { at, accepted, appointment, returned });
    picture.legs.iter_mut().for_each(stand);
    picture
}

/// A leg that was worked from one moment to another.
pub(crate) fn done(leg: &mut Leg, from: &str, due: &str, done: &str) {
    leg.state = LegState::Done;
    leg.dates = dates([Some(from), Some(due), Some(done)]);
}

/// A leg that stands so since a moment, and with whom.
pub(crate) fn held(leg: &mut Leg, state: LegState, from: &str, due: &str, holder: &str) {
    leg.state = state;
    leg.dates = dates([Some(from), Some(due), None]);
    leg.holder = Some(holder.to_owned());
}

fn dates(dates: [Option<&str>; 3]) -> Option<Dates> {
    let [from, due, done] = dates.map(|date| date.map(str::to_owned));
    Some(Dates { from, due, done })
}
