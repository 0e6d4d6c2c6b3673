//! Agencies: a tree without fixed levels.

use kernel::AgencyCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// An agency with a one-stop counter, or one that only works legs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Its identifier (NĐ 118/2025 Đ28).
    pub code: AgencyCode,
    /// Its name, in Vietnamese.
    pub name: String,
    /// The agency above it; none for the province's own top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<AgencyCode>,
    /// The code of the calendar it works by.
    pub calendar: String,
    /// The name of its one-stop counter; none where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
    /// Where the counter is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Its hotline, public (3.a¶2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hotline: Option<String>,
    /// Where its letters are written, such as “Nha Trang”; none: where those of the agency above it are (NĐ 30/2020).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The sign behind its letters' numbers, such as “SXD”; none: only what kind of letter it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<String>,
}

/// What is wrong with a set of agencies.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AgencyFault {
    /// Two agencies share an identifier.
    #[error("agency {0} is listed twice")]
    Twice(AgencyCode),
    /// An agency stands below one that isn't listed.
    #[error("agency {agency} stands below {parent}, which isn't listed")]
    NoParent {
        /// The agency.
        agency: AgencyCode,
        /// The one above it that is missing.
        parent: AgencyCode,
    },
    /// An agency stands below itself.
    #[error("agency {0} stands below itself")]
    Circle(AgencyCode),
}

/// All agencies, checked: no identifier twice, every parent listed, no circle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgencyTree(BTreeMap<AgencyCode, Agency>);

impl AgencyTree {
    /// Checks `agencies` and keeps them by identifier.
    ///
    /// # Errors
    /// The first [`AgencyFault`] found, in the order given.
    pub fn new(agencies: Vec<Agency>) -> Result<Self, AgencyFault> {
        let mut tree = BTreeMap::new();
        for agency in agencies {
            if let Some(twin) = tree.insert(agency.code.clone(), agency) {
                return Err(AgencyFault::Twice(twin.code));
            }
        }
        let tree = Self(tree);
        tree.0.values().try_for_each(|agency| tree.check_above(agency))?;
        Ok(tree)
    }

    /// The agency with this identifier.
    pub fn get(&self, code: &AgencyCode) -> Option<&Agency> {
        self.0.get(code)
    }

    /// All agencies, by identifier.
    pub fn iter(&self) -> impl Iterator<Item = &Agency> {
        self.0.values()
    }

    /// The agencies above `code`, nearest first.
    pub fn above(&self, code: &AgencyCode) -> impl Iterator<Item = &Agency> {
        std::iter::successors(self.parent_of(code), |agency| self.parent_of(&agency.code))
    }

    /// Where the letters of `code` are written: its own place, or that of the nearest agency above it that has one.
    pub fn place_of(&self, code: &AgencyCode) -> Option<&str> {
        let own = self.get(code).into_iter();
        own.chain(self.above(code)).find_map(|agency| agency.place.as_deref())
    }

    fn parent_of(&self, code: &AgencyCode) -> Option<&Agency> {
        self.get(self.get(code)?.parent.as_ref()?)
    }

    fn check_above(&self, agency: &Agency) -> Result<(), AgencyFault> {
        let mut at = agency;
        for _ in 0..=self.0.len() {
            let Some(parent) = &at.parent else { return Ok(()) };
            at = self
                .get(parent)
                .ok_or_else(|| AgencyFault::NoParent { agency: at.code.clone(), parent: parent.clone() })?;
        }
        Err(AgencyFault::Circle(agency.code.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::agency;

    fn code(text: &str) -> AgencyCode {
        text.parse().expect("a valid code")
    }

    #[test]
    fn a_tree_may_be_of_any_depth() {
        let tree = AgencyTree::new(vec![
            agency("H32", None),
            agency("H32.1", Some("H32")),
            agency("H32.1.2", Some("H32.1")),
            agency("H32.7", Some("H32.1.2")),
        ])
        .expect("a tree");
        let above: Vec<_> = tree.above(&code("H32.7")).map(|a| a.code.as_str()).collect();
        assert_eq!(above, ["H32.1.2", "H32.1", "H32"]);
    }

    #[test]
    fn a_circle_a_stranger_above_and_a_twin_are_refused() {
        let circle = vec![agency("H32.1", Some("H32.2")), agency("H32.2", Some("H32.1"))];
        assert_eq!(AgencyTree::new(circle), Err(AgencyFault::Circle(code("H32.1"))));
        let orphan = vec![agency("H32.1", Some("H32"))];
        let fault = AgencyFault::NoParent { agency: code("H32.1"), parent: code("H32") };
        assert_eq!(AgencyTree::new(orphan), Err(fault));
        let twins = vec![agency("H32", None), agency("H32", None)];
        assert_eq!(AgencyTree::new(twins), Err(AgencyFault::Twice(code("H32"))));
    }

    #[test]
    fn an_agency_is_found_by_its_code_and_a_stranger_has_nothing_above() {
        let tree = AgencyTree::new(vec![agency("H32", None), agency("G01.32", Some("H32"))]).expect("a tree");
        assert_eq!(tree.get(&code("G01.32")).map(|found| found.name.as_str()), Some("Cơ quan G01.32"));
        assert_eq!(tree.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["G01.32", "H32"]);
        assert!(tree.get(&code("H32.1")).is_none());
        assert_eq!(tree.above(&code("H32.1")).count(), 0);
    }

    #[test]
    fn an_agency_below_a_circle_is_refused_too() {
        let below = vec![agency("H32.1", Some("H32.2")), agency("H32.2", Some("H32.2"))];
        assert!(matches!(AgencyTree::new(below), Err(AgencyFault::Circle(_))));
    }
}
