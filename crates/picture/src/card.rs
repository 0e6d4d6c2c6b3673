//! What stands in a box, and how high that makes it.

use crate::graph::What;
use crate::look::{LATE, Look, QUIET, TEXT, Type};
use crate::picture::{Leg, LegState, Picture};
use crate::sign::{SIGN, Sign};
use crate::text::{Font, wrap};

/// From a box's side to what stands in it.
pub(crate) const PADDING: i32 = 10;
/// The same from the top, where the cap of the critical path is.
const TOP: i32 = 13;
/// From a sign's left side to the text beside it.
const INDENT: i32 = SIGN + 5;
/// Between paragraphs.
const GAP: i32 = 4;

/// The content of a box, measured from its upper left corner.
#[derive(Debug)]
pub(crate) struct Card {
    pub(crate) look: Look,
    pub(crate) lines: Vec<Line>,
    pub(crate) height: i32,
}

/// A line of text.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) font: Font,
    pub(crate) ink: &'static str,
    pub(crate) x: i32,
    pub(crate) baseline: i32,
    pub(crate) sign: Option<Sign>,
}

struct Paragraph {
    text: String,
    font: Font,
    ink: &'static str,
    sign: Option<Sign>,
}

impl Card {
    /// What stands in the box of this node, in so wide a box.
    pub(crate) fn of(picture: &Picture, what: What<'_>, number: usize, width: i32) -> Self {
        let kind = Type::of(picture.direction);
        let (look, paragraphs) = match what {
            What::Leg(leg) => (leg_look(picture, leg), leg_card(picture, leg, number, kind)),
            What::Received | What::Returned => {
                (counter_look(picture, what), counter_card(picture, what, kind))
            }
        };
        let mut card = Card { look, lines: Vec::new(), height: TOP };
        for paragraph in &paragraphs {
            card.write(paragraph, width);
        }
        // Even, so that its middle lies on a whole unit.
        card.height = (card.height + PADDING - GAP + 1) / 2 * 2;
        card
    }

    fn write(&mut self, paragraph: &Paragraph, width: i32) {
        let indent = if paragraph.sign.is_some() { INDENT } else { 0 };
        let font = paragraph.font;
        let wrapped = wrap(&paragraph.text, font, width - 2 * PADDING - indent);
        let signs = [paragraph.sign].into_iter().chain(std::iter::repeat(None));
        for (text, sign) in wrapped.into_iter().zip(signs) {
            let baseline = self.height + font.size;
            let x = PADDING + indent;
            self.lines.push(Line { text, font, ink: paragraph.ink, x, baseline, sign });
            self.height += font.line_height();
        }
        self.height += GAP;
    }
}

fn leg_look(picture: &Picture, leg: &Leg) -> Look {
    if picture.now.is_some() { Look::of(leg.state) } else { Look::PLAIN }
}

fn counter_look(picture: &Picture, what: What<'_>) -> Look {
    counter_stands(picture, what).map_or(Look::PLAIN, |(state, _)| Look::of(state))
}

/// How the counter stands to the dossier, as a leg would, and in words; none where no dossier is.
pub(crate) fn counter_stands(picture: &Picture, what: What<'_>) -> Option<(LegState, &'static str)> {
    let (now, lang) = (picture.now.as_ref()?, picture.lang);
    match what {
        What::Leg(_) => None,
        What::Received if now.accepted.is_some() => Some((LegState::Done, lang.accepted())),
        What::Received => Some((LegState::Open, lang.to_be_accepted())),
        What::Returned if now.returned.is_some() => Some((LegState::Done, lang.returned())),
        What::Returned if now.accepted.is_some() && picture.legs.iter().all(|leg| leg.state.is_over()) => {
            Some((LegState::Open, lang.to_be_returned()))
        }
        What::Returned => Some((LegState::Ahead, lang.state(LegState::Ahead))),
    }
}

fn counter_card(picture: &Picture, what: What<'_>, kind: Type) -> Vec<Paragraph> {
    let (lang, now) = (picture.lang, picture.now.as_ref());
    let (name, dates) = match what {
        What::Received => (lang.receives(), now.and_then(|now| now.accepted.clone())),
        What::Leg(_) | What::Returned => (lang.returns(), now.and_then(|now| lang.return_dates(now))),
    };
    let mut card = Vec::new();
    card.extend(counter_stands(picture, what).map(|(state, words)| stands(state, words, kind)));
    card.push(Paragraph { text: name.to_owned(), font: kind.name, ink: TEXT, sign: None });
    card.push(quiet(format!("{}: {}", lang.counter(), picture.lead), kind));
    card.extend(dates.map(|dates| signed(Sign::Dates, dates, kind)));
    card
}

fn leg_card(picture: &Picture, leg: &Leg, number: usize, kind: Type) -> Vec<Paragraph> {
    let lang = picture.lang;
    let is_skipped = picture.now.is_some() && leg.state == LegState::Skipped;
    let ink = if is_skipped { QUIET } else { TEXT };
    let mut card = Vec::new();
    if picture.now.is_some() {
        card.push(stands(leg.state, lang.state(leg.state), kind));
        card.extend(leg.late.then(|| late(lang.late(), kind)));
    }
    card.push(Paragraph { text: format!("{number}. {}", leg.name), font: kind.name, ink, sign: None });
    card.push(quiet(format!("{}: {}", lang.role(leg.agency_is_lead), leg.agency), kind));
    card.push(signed(Sign::Share, leg.share.clone(), kind));
    let about = |sign, label: &str, text: &String| signed(sign, format!("{label}: {text}"), kind);
    card.extend(leg.conditional.as_ref().map(|text| about(Sign::Condition, lang.only_if(), text)));
    card.extend(leg.payment.as_ref().map(|text| about(Sign::Payment, lang.once_paid(), text)));
    if picture.now.is_some() {
        card.extend(leg.holder.as_ref().map(|text| about(Sign::Holder, lang.lies_with(), text)));
        let dates = leg.dates.as_ref().and_then(|dates| lang.dates(dates));
        card.extend(dates.map(|dates| signed(Sign::Dates, dates, kind)));
    }
    card
}

fn stands(state: LegState, words: &str, kind: Type) -> Paragraph {
    let (sign, ink) = (Some(Sign::State(state)), Look::of(state).ink);
    Paragraph { text: words.to_owned(), font: kind.strong, ink, sign }
}

fn late(words: &str, kind: Type) -> Paragraph {
    Paragraph { text: words.to_owned(), font: kind.strong, ink: LATE, sign: Some(Sign::Late) }
}

fn quiet(text: String, kind: Type) -> Paragraph {
    Paragraph { text, font: kind.text, ink: QUIET, sign: None }
}

fn signed(sign: Sign, text: String, kind: Type) -> Paragraph {
    Paragraph { text, font: kind.text, ink: TEXT, sign: Some(sign) }
}
