//! What is wrong with the page as it is shown.

use super::Browser;
use super::session::{texts, told};
use serde_json::{Value, json};
use std::fs;

/// axe takes a page without a background for white, also where the browser's own is dark: that one is given to it.
const AXE: &str = "
    const done = arguments[arguments.length - 1], root = document.documentElement;
    const bare = (element) => getComputedStyle(element).backgroundColor === 'rgba(0, 0, 0, 0)';
    if (bare(root) && bare(document.body)) root.style.backgroundColor = 'Canvas';
    axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations), (why) => done(`${why}`));
";

const STICKING_OUT: &str = "
    const [width] = arguments;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const all = [...document.body.querySelectorAll('*')];
    const out = all.filter((element) => element.getBoundingClientRect().right > width + 0.5);
    return out.map((element) => `${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 40)}`);
";

impl Browser {
    /// Everything that is wrong: what axe finds, what sticks out sideways, and what the browser complained of since it
    /// was last asked.
    #[track_caller]
    pub fn faults(&self) -> Vec<String> {
        [self.violations(), self.sticking_out(), self.complaints()].concat()
    }

    /// What keeps people from using the page, as axe-core finds it: a line for each element, with the rule and its gravity.
    #[track_caller]
    pub fn violations(&self) -> Vec<String> {
        let axe = fs::read_to_string(told("MOTCUA_TEST_AXE")).expect("axe-core can be read");
        self.session.run(&axe, &json!([]));
        self.view.let_scripts_run(&self.session, true);
        let found = self.session.post("execute/async", &json!({ "script": AXE, "args": [] }));
        self.view.let_scripts_run(&self.session, false);
        let rules = found.as_array().unwrap_or_else(|| panic!("axe failed: {found}"));
        rules.iter().flat_map(lines).collect()
    }

    /// What makes the page scroll sideways: nothing, where it doesn't.
    #[track_caller]
    pub fn sticking_out(&self) -> Vec<String> {
        let out = self.session.run(STICKING_OUT, &json!([self.view.width()]));
        texts(&out).into_iter().map(|element| format!("sticks out sideways: {element}")).collect()
    }

    /// What the browser complained of since it was last asked: errors of scripts, files that aren't there, breaches of
    /// the content security policy.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let log = self.session.post("se/log", &json!({ "type": "browser" }));
        let entries = log.as_array().into_iter().flatten();
        entries.map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect()
    }
}

/// A broken rule at each element that breaks it.
fn lines(rule: &Value) -> Vec<String> {
    let nodes = rule["nodes"].as_array().into_iter().flatten();
    nodes.map(|node| line(rule, node)).collect()
}

fn line(rule: &Value, node: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    let (gravity, id, help) = (text(&rule["impact"]), text(&rule["id"]), text(&rule["help"]));
    format!("{gravity}: {id}: {help}: {} ({})", text(&node["html"]), text(&node["failureSummary"]))
}
