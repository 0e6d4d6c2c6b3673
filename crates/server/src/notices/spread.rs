//! From the outbox to messages.

use super::moment::{self, Moment};
use super::readers;
use crate::app::App;
use crate::http::Problem;
use deadline::window::asked_before;
use dossier::Event;
use notify::quiet::not_before;
use notify::{Channel, Occasion, compose};
use std::fmt::Display;
use std::sync::Arc;
use store::notices::{New, To, Told, Way, spread, to_spread};
use store::{Db, StoreError};
use time::{Duration, OffsetDateTime};

/// How many rows are taken at a time, and written in one transaction.
const AT_ONCE: i64 = 100;

/// How long rows that were taken are nobody else's. What can't be told is left alone for as long.
const TAKEN_FOR: Duration = Duration::minutes(5);

/// A row of the outbox, and the messages that it comes to.
type Made = (Told, Vec<New>);

/// Spreads everything that is to be told; how many rows. One that can't be told is logged and left until its time is up,
/// and holds up no other.
pub(super) fn all(app: &App) -> Result<usize, Problem> {
    let mut done = 0;
    while !app.stops() {
        let now = app.clock.now();
        let page = app.store.write(move |db| to_spread(db, now, now + TAKEN_FOR, AT_ONCE))?;
        if page.is_empty() {
            break;
        }
        done += together(app, page.into_iter().filter_map(|told| one(app, told)).collect());
    }
    Ok(done)
}

/// What a row comes to; none where it can't be made.
fn one(app: &App, told: Told) -> Option<Made> {
    let made = moment::of(app, told.dossier, told.seq, &told.topic)
        .and_then(|moment| Ok(moment.map(|moment| messages(app, &moment)).transpose()?.unwrap_or_default()));
    let messages = made.inspect_err(|why| cant_be_made(&told, why)).ok()?;
    Some((told, messages))
}

/// Puts them down in one transaction; where that fails, each in its own. How many.
fn together(app: &App, made: Vec<Made>) -> usize {
    let all: Arc<[Made]> = made.into();
    let written = Arc::clone(&all);
    match app.store.write(move |db| put_down(db, &written)) {
        Ok(spread) => spread,
        Err(why) => {
            tracing::warn!(%why, rows = all.len(), "notices are put down one by one");
            all.iter().map(|made| alone(app, made)).sum()
        }
    }
}

fn alone(app: &App, made: &Made) -> usize {
    let written = made.clone();
    let spread = app.store.write(move |db| put_down(db, std::slice::from_ref(&written)));
    spread.inspect_err(|why| cant_be_made(&made.0, why)).unwrap_or_default()
}

/// How many of them nobody had put down before.
fn put_down(db: &mut Db, made: &[Made]) -> Result<usize, StoreError> {
    let spread = made.iter().map(|(told, messages)| Ok(usize::from(spread(db, told, messages)?)));
    spread.sum()
}

fn cant_be_made(told: &Told, why: &impl Display) {
    tracing::error!(dossier = %told.dossier, %why, "a notice can't be made");
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
    let by_hand = ways.is_empty() && occasion.is_told_by_other_means(!bad.is_empty());
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
