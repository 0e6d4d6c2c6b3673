//! What keeps a draft from being published, in words: a broken rule with where it stands written, or what is missing.

use catalog::Lack;
use front::{Markup, html};
use kernel::{Fact, Lang, Rule, Violation};

/// Everything that a draft lacks.
pub(super) fn lacks(all: &[Lack]) -> Markup {
    html! { ul { @for lack in all { li { (told(lack)) } } } }
}

fn told(lack: &Lack) -> Markup {
    match lack {
        Lack::Missing(missing) => html! { (missing.vi) },
        Lack::Process(fault) => html! { (fault.vietnamese()) },
        Lack::Broken(violation) => html! {
            strong { (violation.rule.said().to(Lang::Vi)) } " (" (violation.rule.citation()) ")"
            @for fact in facts(violation) { br; span.faint { (fact) } }
        },
    }
}

fn facts(violation: &Violation) -> Vec<String> {
    let known = violation.facts.iter().filter_map(|(name, fact)| {
        let name = match *name {
            "longest_path" => "Đường dài nhất",
            "case" => "Trường hợp",
            "unstated" => "Chưa rà soát",
            "lead" => "Cơ quan đầu mối",
            "legs" => "Chặng chưa có cơ quan",
            _ => return None,
        };
        Some(format!("{name}: {}", value(violation.rule, fact)))
    });
    known.collect()
}

fn value(rule: Rule, fact: &Fact) -> String {
    match fact {
        Fact::List(all) if rule == Rule::SimplificationFirst => {
            all.iter().map(|side| reviewed(side)).collect::<Vec<_>>().join(", ")
        }
        Fact::List(all) => all.join(" → "),
        Fact::Text(text) => text.clone(),
        Fact::Count(_) | Fact::Moment(_) | Fact::Sentences { .. } => String::new(),
    }
}

fn reviewed(side: &str) -> &str {
    match side {
        "components" => "thành phần hồ sơ",
        "conditions" => "điều kiện thực hiện",
        "delegation" => "phân cấp, ủy quyền",
        other => other,
    }
}
