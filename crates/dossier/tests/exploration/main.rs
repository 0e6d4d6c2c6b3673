//! Every life a small dossier can have, within bounds, and that none breaks a rule.

mod acts;
mod ask;
mod ground;
mod identity;
mod judge;
mod judge_tests;
mod menu;
mod moments;
mod oracle;
mod path;
mod people;
mod procedure;
mod processes;
mod report;
mod walk;

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::Instant;
use walk::{Seen, Walk};

/// Most of a question is taking memory and giving it back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// At least so many distinct points are looked at, all variants together.
const AT_LEAST: usize = 100_000;

#[test]
fn no_reachable_state_breaks_a_rule() {
    let (mut variants, began, broken) = (ground::variants(), Instant::now(), AtomicBool::new(false));
    let only = std::env::var("EXPLORE_ONLY").ok();
    variants.retain(|variant| only.as_ref().is_none_or(|only| variant.name.contains(only.as_str())));
    let seen: Vec<Seen> = thread::scope(|scope| {
        let walks: Vec<_> =
            variants.iter().map(|variant| scope.spawn(|| Walk::of(variant, &broken))).collect();
        walks.into_iter().map(|walk| walk.join().expect("a walk ends")).collect()
    });
    let total: usize = seen.iter().map(|seen| seen.points).sum();
    let mut told = String::new();
    for (variant, seen) in variants.iter().zip(&seen) {
        told += &format!(
            "{}: {} states, {} commands asked, {} judged, {} s\n",
            variant.name, seen.points, seen.asked, seen.judged, seen.seconds
        );
    }
    let told = format!("{told}{total} distinct states in {} s", began.elapsed().as_secs());
    writeln!(std::io::stderr(), "{told}").expect("written");
    let broken: String =
        variants.iter().zip(&seen).map(|(variant, seen)| report::broken(variant.name, seen)).collect();
    assert!(broken.is_empty(), "{broken}");
    if only.is_some() {
        return;
    }
    let kinds: BTreeSet<_> = seen.iter().flat_map(|seen| seen.kinds.iter().copied()).collect();
    let unseen: Vec<_> = dossier::Event::KINDS.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(unseen.is_empty(), "never came about: {unseen:?}");
    assert!(total >= AT_LEAST, "only {total} states");
}
