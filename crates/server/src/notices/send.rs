//! Messages go out.

use super::spread::way;
use super::{Round, moment, readers};
use crate::app::App;
use crate::http::Problem;
use crate::printing::{Which, of_event, print};
use crate::worker::act_on;
use deadline::{Command, Means};
use notify::retry::{Tried, next};
use notify::{Channel, Enclosed, Failure, Message, Outgoing, RESCHEDULED, Sent, compose};
use store::notices::{Claim, Claimed, To, Way, again_at, claim, failed, give_back, sent};
use uuid::Uuid;

/// How many messages are claimed at a time.
const AT_ONCE: i64 = 20;

/// Sends everything that is free. None is begun in the second half of its claim, or a slow provider would have it sent by
/// another process too: what is left by then is given back. So is what is left where the server is to stop.
pub(super) fn all(app: &App) -> Result<Round, Problem> {
    let mut done = Round::default();
    while !app.stops() {
        let (by, now) = (app.clock.id(), app.clock.now());
        let wish = Claim { by, now, until: now + app.post.lease, limit: AT_ONCE };
        let claimed = app.store.write(move |db| claim(db, &wish))?;
        if claimed.is_empty() {
            break;
        }
        for (place, message) in claimed.iter().enumerate() {
            if app.stops() || app.clock.now() - now > app.post.lease / 2 {
                back(app, by, &claimed[place..])?;
                break;
            }
            match one(app, by, message)? {
                Came::Sent => done.sent += 1,
                Came::Again => done.again += 1,
                Came::Failed => done.failed += 1,
            }
        }
    }
    Ok(done)
}

fn back(app: &App, by: Uuid, left: &[Claimed]) -> Result<(), Problem> {
    let (ids, now): (Vec<Uuid>, _) = (left.iter().map(|message| message.id).collect(), app.clock.now());
    Ok(app.store.write(move |db| give_back(db, &ids, by, now))?)
}

enum Came {
    Sent,
    Again,
    Failed,
}

/// Sends one message, the database out of hand, and puts down what came of it before the next one is begun: a sender that
/// is killed leaves one message at most that was handed over and isn't put down, and that one goes out again under the same id.
fn one(app: &App, by: Uuid, claimed: &Claimed) -> Result<Came, Problem> {
    let id = claimed.id;
    match attempt(app, claimed) {
        Ok(taken) => {
            put_on_record(app, claimed);
            let at = app.clock.now();
            app.store.write(move |db| sent(db, id, by, at, taken.provider_reference.as_deref()))?;
            Ok(Came::Sent)
        }
        Err(failure) => {
            let why = failure.to_string();
            tracing::warn!(notice = %id, %why, "not sent");
            let again = match failure {
                Failure::Later { retry_after, .. } => tried_again(app, claimed, retry_after),
                Failure::Unknown(_) => tried_again(app, claimed, None),
                Failure::DeadAddress(_) | Failure::Never(_) => None,
            };
            match again {
                Some(at) => app.store.write(move |db| again_at(db, id, by, at, &why))?,
                None => app.store.write(move |db| failed(db, id, by, &why))?,
            };
            Ok(if again.is_some() { Came::Again } else { Came::Failed })
        }
    }
}

/// That the letter of a rescheduling went out is on record before the message counts as sent: a process killed between the
/// two sends the same message again, and the proof is never lost. One that can't be put on record is logged.
fn put_on_record(app: &App, claimed: &Claimed) {
    let means = match claimed.way {
        Way::Sms => Means::Sms,
        Way::Email => Means::Email,
        Way::None => return,
    };
    if claimed.occasion != RESCHEDULED {
        return;
    }
    if let Err(why) = act_on(app, claimed.dossier, Command::Send { means, how: None }.into()) {
        tracing::error!(dossier = %claimed.dossier, %why, "no proof that the letter went out");
    }
}

fn tried_again(
    app: &App,
    claimed: &Claimed,
    retry_after: Option<time::Duration>,
) -> Option<time::OffsetDateTime> {
    let attempts = u32::try_from(claimed.attempt).unwrap_or(u32::MAX);
    let tried = Tried { attempts, begun: claimed.begun, now: app.clock.now(), retry_after };
    next(&tried, &app.post.patience, jitter(app.clock.id()))
}

/// From 0 to 1, by the random end of an id.
fn jitter(id: Uuid) -> f64 {
    let [.., high, low] = id.into_bytes();
    f64::from(u16::from_be_bytes([high, low])) / 65_536.0
}

/// One that can't be written now holds up no other: it is tried again like one that can't be sent.
fn attempt(app: &App, claimed: &Claimed) -> Result<Sent, Failure> {
    let later = |why: String| Failure::Later { why, retry_after: None };
    let written = written(app, claimed).map_err(|why| later(why.to_string()))?;
    let (message, letter) =
        written.ok_or_else(|| Failure::DeadAddress("there is no address any more".to_owned()))?;
    let way = app.post.way(message.channel);
    let transport = way.ok_or_else(|| later("this way isn't set up here".to_owned()))?;
    let enclosed = letter.filter(|_| message.channel == Channel::Email).map(|which| enclosed(app, &which));
    let enclosed = enclosed.transpose().map_err(|why| later(why.to_string()))?;
    let enclosed = enclosed.into_iter().collect();
    transport.send(&Outgoing { reference: claimed.id, at: app.clock.now(), message, enclosed })
}

/// The letter that goes with an e-mail.
fn enclosed(app: &App, which: &Which) -> Result<Enclosed, Problem> {
    Ok(Enclosed { name: format!("{}.pdf", which.kind), pdf: print(app, which)?.pdf })
}

/// The message as it is now, to the address that is good now, and the letter that tells the applicant the same.
fn written(app: &App, claimed: &Claimed) -> Result<Option<(Message, Option<Which>)>, Problem> {
    let Some(moment) = moment::of(app, claimed.dossier, claimed.seq, &claimed.topic)? else {
        return Ok(None);
    };
    let Some(occasion) = moment.occasions.iter().find(|one| one.text() == claimed.occasion) else {
        return Ok(None);
    };
    let (addressee, _) = readers::addressee(app, claimed.to, &moment)?;
    let messages = compose(occasion, &addressee, &app.post.templates);
    let message = messages.into_iter().find(|message| way(message.channel) == claimed.way);
    let kind = moment.event.as_ref().and_then(of_event).filter(|_| claimed.to == To::Applicant);
    let letter = kind.map(|kind| Which { dossier: claimed.dossier, kind, seq: claimed.seq });
    Ok(message.map(|message| (message, letter)))
}
