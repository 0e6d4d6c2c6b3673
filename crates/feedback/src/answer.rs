//! The agency answers.

use crate::complainant::Complainant;
use crate::hotline::may_answer;
use crate::state::{Answered, State};
use kernel::{Actor, Rule, Violation};
use time::OffsetDateTime;

/// An answer, as it is to be given and published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was asked, in words that name nobody.
    pub published_question: String,
    /// The answer.
    pub answer: String,
}

/// What deciding needs besides the state.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Who answers.
    pub actor: &'a Actor,
    /// The moment.
    pub now: OffsetDateTime,
    /// Who raised it.
    pub complainant: &'a Complainant,
}

/// Takes the written answer, and publishes it with what was asked (3.a¶2). After the deadline too: late is better than never,
/// and is shown as late. The very same answer of the same person again is the one that was given.
///
/// # Errors
/// - `right-desk`: not by the hotline of the agency it was raised with.
/// - `answered-once`: answered before.
/// - `answer-in-writing`: the answer or the question is blank (`lacking`), or one of them names the person (`names`).
pub fn answer(state: &State, facts: &Facts<'_>, given: Answer) -> Result<Answered, Violation> {
    let by = may_answer(facts.actor, &state.agency)?;
    let Answer { published_question, answer } = given;
    let answered = Answered { at: facts.now, by, published_question, answer };
    match &state.answered {
        Some(before) if *before == (Answered { at: before.at, ..answered.clone() }) => Ok(before.clone()),
        Some(before) => Err(Violation::of(Rule::AnsweredOnce).with("answered_at", before.at)),
        None => {
            written(&answered)?;
            nameless(&answered, facts.complainant)?;
            Ok(answered)
        }
    }
}

/// Both texts say something.
fn written(answered: &Answered) -> Result<(), Violation> {
    let texts = [("published_question", &answered.published_question), ("answer", &answered.answer)];
    let blank = texts.into_iter().filter(|(_, text)| text.trim().is_empty());
    refused("lacking", blank.map(|(name, _)| name.to_owned()).collect())
}

/// Neither of them says who raised it.
fn nameless(answered: &Answered, complainant: &Complainant) -> Result<(), Violation> {
    let text = format!("{}\n{}", answered.published_question, answered.answer);
    refused("names", complainant.named_in(&text).into_iter().map(str::to_owned).collect())
}

fn refused(fact: &'static str, what: Vec<String>) -> Result<(), Violation> {
    if what.is_empty() { Ok(()) } else { Err(Violation::of(Rule::AnswerInWriting).with(fact, what)) }
}
