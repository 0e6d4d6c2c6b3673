//! From the outbox to messages.

use super::moment::{self, Moment};
use super::readers;
use crate::app::App;
use crate::http::Problem;
use deadline::window::asked_before;
use dossier::Event;
use notify::quiet::not_before;
use notify::{Audience, Channel, Ground, Occasion, compose};
use store::notices::{New, To, Told, Way, spread, to_spread};
use time::OffsetDateTime;

/// How many rows are read at a time.
const AT_ONCE: i64 = 100;

/// Spreads everything that is to be told; how many rows. One that can't be told is logged and left, and so is what comes
/// after a whole page of such.
pub(super) fn all(app: &App) -> Result<usize, Problem> {
    let mut done = 0;
    loop {
        let page = app.store.read(|db| to_spread(db, AT_ONCE))?;
        let before = done;
        for told in page {
            match one(app, &told) {
                Ok(spread) => done += usize::from(spread),
                Err(why) => tracing::error!(dossier = %told.dossier, %why, "a notice can't be made"),
            }
        }
        if done == before {
            return Ok(done);
        }
    }
}

fn one(app: &App, told: &Told) -> Result<bool, Problem> {
    let moment = moment::of(app, told.dossier, told.seq, &told.topic)?;
    let messages = moment.map(|moment| messages(app, &moment)).transpose()?.unwrap_or_default();
    let told = told.clone();
    Ok(app.store.write(move |db| spread(db, &told, &messages))?)
}

fn messages(app: &App, moment: &Moment) -> Result<Vec<New>, Problem> {
    let mut messages = Vec::new();
    for occasion in &moment.occasions {
        for to in readers::of(app, occasion.audience(), moment)? {
            messages.extend(
                ways(app, moment, occasion, to)?.into_iter().map(|way| new(app, moment, occasion, to, way)),
            );
        }
    }
    Ok(messages)
}

/// The ways in which somebody is told: each that reaches them and that is set up here. Where there is none, the applicant is
/// told by other means what the law demands, and whatever a message to a wrong address would have told.
fn ways(app: &App, moment: &Moment, occasion: &Occasion, to: To) -> Result<Vec<Way>, Problem> {
    let (addressee, bad) = readers::addressee(app, to, moment)?;
    let composed = compose(occasion, &addressee, &app.post.templates);
    let open = composed.iter().filter(|message| app.post.way(message.channel).is_some());
    let ways: Vec<Way> = open.map(|message| way(message.channel)).collect();
    let wanting =
        occasion.ground() == Ground::Law || (!bad.is_empty() && occasion.ground() == Ground::Directive);
    let by_hand = ways.is_empty() && wanting && occasion.audience() == Audience::Applicant;
    Ok(if by_hand { vec![Way::None] } else { ways })
}

/// A message's way.
pub(super) fn way(channel: Channel) -> Way {
    match channel {
        Channel::Sms => Way::Sms,
        Channel::Email => Way::Email,
    }
}

fn new(app: &App, moment: &Moment, occasion: &Occasion, to: To, way: Way) -> New {
    let quiet = app.post.quiet_in(moment.offset);
    New {
        id: app.clock.id(),
        occasion: occasion.text().to_owned(),
        to,
        way,
        is_legal: occasion.is_legal(),
        deliver_before: deliver_before(moment, occasion),
        not_before: not_before(app.clock.now(), &quiet, occasion.is_legal()),
    }
}

/// An apology goes out before the old appointment's day (3.b¶3).
fn deliver_before(moment: &Moment, occasion: &Occasion) -> Option<OffsetDateTime> {
    let Some(Event::Deadline(deadline::Event::RescheduleApproved(approved))) = &moment.event else {
        return None;
    };
    occasion.is_legal().then(|| asked_before(approved.from.to_offset(moment.offset)))
}
