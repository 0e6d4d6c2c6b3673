//! The components, with their forms and conditions.

use crate::component::{Alternative, Component, Form};
use crate::portal::headings::Headings;
use crate::portal::shape::PublishedComponent;
use crate::portal::words::is_conditional;
use kernel::ComponentCode;

/// The components in their order, as `tp-001`, `tp-002`, …, and what was guessed about them.
pub(super) fn of(
    published: &[PublishedComponent],
    headings: &Headings,
    remarks: &mut Vec<String>,
) -> Vec<Component> {
    let numbered = || published.iter().zip(1..);
    let conditional = numbered().filter(|(component, _)| is_conditional(&component.name));
    tell("asked for only under a condition, read from its words", conditional, remarks);
    let choices = numbered().filter(|(component, _)| component.originals > 0 && component.copies > 0);
    tell("originals and copies read as a choice, not a sum", choices, remarks);
    let uncounted = numbered().filter(|(component, _)| component.originals + component.copies == 0);
    tell("listed with no copies: say how many", uncounted, remarks);
    numbered().map(|(component, n)| component.to_component(n, headings)).collect()
}

fn tell<'a>(
    what: &str,
    components: impl Iterator<Item = (&'a PublishedComponent, usize)>,
    remarks: &mut Vec<String>,
) {
    let codes: Vec<String> = components.map(|(_, n)| code(n).to_string()).collect();
    if !codes.is_empty() {
        remarks.push(format!("{what}: {}", codes.join(", ")));
    }
}

fn code(ordinal: usize) -> ComponentCode {
    format!("tp-{ordinal:03}").parse().expect("letters, digits and hyphens")
}

impl PublishedComponent {
    fn to_component(&self, ordinal: usize, headings: &Headings) -> Component {
        let heading = self.group.as_deref();
        Component {
            code: code(ordinal),
            name: self.name.trim().to_owned(),
            group: self.group.clone(),
            cases: headings.case(heading).into_iter().cloned().collect(),
            only_if: headings.condition(heading).cloned().or_else(|| self.own_condition()),
            any_of: self.alternatives(),
            template: self.form.clone(),
        }
    }

    /// The condition in the document's own words, where it has one.
    fn own_condition(&self) -> Option<String> {
        is_conditional(&self.name).then(|| self.name.trim().to_owned())
    }

    /// So many originals *or* so many copies: a choice. A copy is a certified one, or one shown with the original.
    fn alternatives(&self) -> Vec<Alternative> {
        let ways = [
            (Form::Original, self.originals),
            (Form::CertifiedCopy, self.copies),
            (Form::CopyWithOriginal, self.copies),
        ];
        ways.into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(form, count)| Alternative { form, count })
            .collect()
    }
}
