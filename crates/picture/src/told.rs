//! The whole in words, for those who can't see the picture.

use crate::card::counter_stands;
use crate::graph::{Graph, Node, What};
use crate::picture::{Leg, Now, Picture};

/// All that the picture shows, in words, a line for each leg: for a screen reader, or beside the picture where it is shown
/// by a means that hides its own description (such as HTML's `img`).
pub fn in_words(picture: &Picture) -> String {
    let graph = Graph::of(picture);
    let mut lines = vec![whole(picture)];
    lines.extend(picture.now.as_ref().map(|now| stands(picture, now)));
    lines.extend((0..graph.nodes.len()).map(|place| line(picture, &graph, place)));
    lines.join("\n")
}

fn whole(picture: &Picture) -> String {
    let lang = picture.lang;
    let legs = match picture.legs.len() {
        0 => lang.no_legs().to_owned(),
        1 => format!("1 {}", lang.leg().to_lowercase()),
        number => format!("{number} {}", lang.legs()),
    };
    sentences([legs, labelled(lang.lead(), &picture.lead)])
}

fn stands(picture: &Picture, now: &Now) -> String {
    let lang = picture.lang;
    let accepted = now.accepted.as_ref().map(|at| labelled(lang.accepted(), at));
    let at = format!("{} {}", lang.stands_at(), now.at);
    sentences([at].into_iter().chain(accepted).chain(lang.return_dates(now)))
}

fn line(picture: &Picture, graph: &Graph<'_>, place: usize) -> String {
    let node = &graph.nodes[place];
    let mut said = match node.what {
        What::Leg(leg) => leg_said(picture, leg, place, waits(picture, graph, place)),
        What::Received => counter_said(picture, node, picture.lang.receives()),
        What::Returned => {
            let mut said = counter_said(picture, node, picture.lang.returns());
            said.push(waits(picture, graph, place));
            said
        }
    };
    if node.critical {
        said.push(picture.lang.on_critical_path().to_owned());
    }
    sentences(said)
}

fn counter_said(picture: &Picture, node: &Node<'_>, what: &str) -> Vec<String> {
    let mut said = vec![labelled(what, &picture.lang.counter_of(&picture.lead))];
    said.extend(counter_stands(picture, node.what).map(|(_, stands)| stands.to_owned()));
    said
}

fn leg_said(picture: &Picture, leg: &Leg, number: usize, waits: String) -> Vec<String> {
    let lang = picture.lang;
    let mut said = vec![
        format!("{} {number}: {}", lang.leg(), leg.name),
        labelled(lang.role(leg.agency_is_lead), &leg.agency),
        labelled(lang.share(), &leg.share),
        waits,
    ];
    said.extend(leg.conditional.as_ref().map(|condition| labelled(lang.only_if(), condition)));
    said.extend(leg.payment.as_ref().map(|payment| labelled(lang.once_paid(), payment)));
    if picture.now.is_some() {
        said.extend(leg_stands(picture, leg));
    }
    said
}

fn leg_stands(picture: &Picture, leg: &Leg) -> Vec<String> {
    let lang = picture.lang;
    let mut said = vec![labelled(lang.stands(), lang.state(leg.state))];
    said.extend(leg.late.then(|| lang.late().to_owned()));
    said.extend(leg.holder.as_ref().map(|holder| labelled(lang.lies_with(), holder)));
    said.extend(leg.dates.as_ref().and_then(|dates| lang.dates(dates)));
    said
}

fn waits(picture: &Picture, graph: &Graph<'_>, place: usize) -> String {
    let before: Vec<String> = graph.before(place).filter(|p| *p > 0).map(|place| place.to_string()).collect();
    match before.as_slice() {
        [] => picture.lang.after_acceptance().to_owned(),
        before => format!("{} {}", picture.lang.after(), before.join(", ")),
    }
}

fn labelled(label: &str, text: &str) -> String {
    format!("{label}: {text}")
}

fn sentences(said: impl IntoIterator<Item = String>) -> String {
    let ended = said.into_iter().map(|said| format!("{}.", said.trim_end().trim_end_matches('.')));
    ended.collect::<Vec<_>>().join(" ")
}
