//! What a task costs a person's hands.

use super::Browser;
use std::ops::Add;

/// What was clicked and typed so far.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Effort {
    /// Clicks, also those that put the cursor into a field; opening a list and choosing from it are two.
    pub clicks: u32,
    /// Keys that do something: Tab, Enter, arrows, a letter with Ctrl or Alt.
    pub keys: u32,
    /// Letters of what was written: names, numbers, texts.
    pub letters: u32,
}

impl Effort {
    /// Clicks and keys, without the letters that somebody has to write anyway.
    pub fn acts(self) -> u32 {
        self.clicks + self.keys
    }

    pub(super) fn clicks(clicks: u32) -> Self {
        Self { clicks, ..Self::default() }
    }

    pub(super) fn keys(keys: u32) -> Self {
        Self { keys, ..Self::default() }
    }

    pub(super) fn letters(text: &str) -> Self {
        Self { letters: u32::try_from(text.chars().count()).expect("a short text"), ..Self::default() }
    }
}

impl Add for Effort {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            clicks: self.clicks + more.clicks,
            keys: self.keys + more.keys,
            letters: self.letters + more.letters,
        }
    }
}

impl Browser {
    /// What it took so far; going to an address counts for nothing.
    pub fn effort(&self) -> Effort {
        self.effort.get()
    }

    /// Counts from nothing again; what it was.
    pub fn effort_anew(&self) -> Effort {
        self.effort.take()
    }

    pub(super) fn took(&self, more: Effort) {
        self.effort.set(self.effort.get() + more);
    }
}
