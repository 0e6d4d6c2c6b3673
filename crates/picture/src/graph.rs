//! The process as a graph: the counter, the legs in columns, the counter again.

mod order;

use crate::picture::{Leg, Picture};

/// Nodes and edges; whatever the input, no edge leads back.
#[derive(Debug)]
pub(crate) struct Graph<'a> {
    /// The counter first, the counter's return last; the legs between, column by column: a leg's place is its number.
    pub(crate) nodes: Vec<Node<'a>>,
    /// From a smaller place to a greater one, in order.
    pub(crate) edges: Vec<Edge>,
}

/// What a box stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What<'a> {
    /// The counter receives the dossier.
    Received,
    /// A leg.
    Leg(&'a Leg),
    /// The counter returns the result.
    Returned,
}

/// A box to be.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    /// What it stands for.
    pub(crate) what: What<'a>,
    /// Its longest distance from the start.
    pub(crate) column: usize,
    /// Whether it lies on the critical path.
    pub(crate) critical: bool,
}

/// One waits for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edge {
    /// What is waited for.
    pub(crate) from: usize,
    /// What waits.
    pub(crate) to: usize,
    /// Whether it lies on the critical path.
    pub(crate) critical: bool,
    /// Whether it leads to a leg that isn't always worked.
    pub(crate) conditional: bool,
}

impl<'a> Graph<'a> {
    pub(crate) fn of(picture: &'a Picture) -> Self {
        let placed = order::in_columns(&picture.legs);
        let last_column = placed.iter().map(|leg| leg.column).max().unwrap_or(0) + 1;
        let codes: Vec<&str> = placed.iter().map(|placed| placed.leg.code.as_str()).collect();
        let path = critical_path(&picture.critical, &codes);
        let node = |what, column, place| Node { what, column, critical: path.contains(&place) };

        let mut nodes = vec![node(What::Received, 0, 0)];
        nodes.extend(placed.iter().zip(1..).map(|(leg, place)| node(What::Leg(leg.leg), leg.column, place)));
        nodes.push(node(What::Returned, last_column, placed.len() + 1));
        let before: Vec<Vec<usize>> = placed.into_iter().map(|placed| placed.after).collect();
        let edges = pairs(&before).into_iter().map(|(from, to)| Edge {
            from,
            to,
            critical: path.windows(2).any(|pair| pair == [from, to]),
            conditional: nodes[to].leg().is_some_and(|leg| leg.conditional.is_some()),
        });
        Graph { edges: edges.collect(), nodes }
    }

    /// How many columns there are.
    pub(crate) fn columns(&self) -> usize {
        self.nodes.last().map_or(0, |node| node.column + 1)
    }

    /// The boxes of a column.
    pub(crate) fn in_column(&self, column: usize) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(move |place| self.nodes[*place].column == column)
    }

    /// What a box waits for.
    pub(crate) fn before(&self, place: usize) -> impl Iterator<Item = usize> {
        self.edges.iter().filter(move |edge| edge.to == place).map(|edge| edge.from)
    }

    /// What waits for a box.
    pub(crate) fn after(&self, place: usize) -> impl Iterator<Item = usize> {
        self.edges.iter().filter(move |edge| edge.from == place).map(|edge| edge.to)
    }
}

impl<'a> Node<'a> {
    /// The leg it stands for.
    pub(crate) fn leg(&self) -> Option<&'a Leg> {
        match self.what {
            What::Leg(leg) => Some(leg),
            What::Received | What::Returned => None,
        }
    }
}

/// The places along the critical path, the counter's two among them; empty where there is none.
fn critical_path(critical: &[String], codes: &[&str]) -> Vec<usize> {
    let place = |code: &String| codes.iter().position(|c| c == code).map(|place| place + 1);
    let legs: Vec<usize> = critical.iter().filter_map(place).collect();
    if legs.is_empty() {
        return legs;
    }
    [0].into_iter().chain(legs).chain([codes.len() + 1]).collect()
}

/// Every edge, given what each leg waits for: the counter where it waits for nothing; and the return for all the rest.
fn pairs(before: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let returned = before.len() + 1;
    let mut pairs = Vec::new();
    for (after, leg) in before.iter().zip(1..) {
        pairs.extend(after.iter().map(|from| (*from, leg)));
        if after.is_empty() {
            pairs.push((0, leg));
        }
    }
    let is_last = |place: &usize| pairs.iter().all(|(from, _)| from != place);
    let last: Vec<usize> = (0..returned).filter(is_last).collect();
    pairs.extend(last.into_iter().map(|from| (from, returned)));
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests;
