//! What a clerk tells an applicant by other means.

use super::moment;
use crate::app::App;
use crate::http::Problem;
use crate::printing::{Which, of_event};
use notify::{Addressee, Channel, Wishes, compose};
use store::notices::Task;
use store::people::{self, Person};
use time::UtcOffset;

/// A task with all that a clerk needs to see to it.
pub struct ByHand {
    /// The task.
    pub task: Task,
    /// Whom to tell, as they were last given.
    pub person: Person,
    /// What in short, and in full: as the e-mail would have said it.
    pub message: Option<(String, String)>,
    /// The letter to hand over, where there is one.
    pub letter: Option<Which>,
    /// The receiving agency's zone.
    pub offset: UtcOffset,
}

/// What there is to tell by this task; none where the dossier or the person isn't there any more.
///
/// # Errors
/// The database.
pub fn by_hand(app: &App, task: Task) -> Result<Option<ByHand>, Problem> {
    let Some(moment) = moment::of(app, task.dossier, task.seq, "")? else { return Ok(None) };
    let applicant = moment.applicant.0;
    let Some(person) = app.store.read(|db| people::person(db, applicant))? else { return Ok(None) };
    let letter = moment.event.as_ref().and_then(of_event);
    let letter = letter.map(|kind| Which { dossier: task.dossier, kind, seq: task.seq });
    let occasion = moment.occasions.iter().find(|one| one.text() == task.occasion);
    let wishes = Wishes { sms: false, email: true, each_step: true };
    let (addressee, _) = Addressee::read(&person.name, "", SOMEWHERE, wishes);
    let composed = occasion.map(|occasion| compose(occasion, &addressee, &app.post.templates));
    let mail = composed.into_iter().flatten().find(|message| message.channel == Channel::Email);
    let message = mail.map(|mail| (mail.subject.unwrap_or_default(), mail.text));
    Ok(Some(ByHand { task, person, message, letter, offset: moment.offset }))
}

/// Nothing is sent there: it stands for an address, so that there is a text.
const SOMEWHERE: &str = "nobody@localhost.localdomain";
