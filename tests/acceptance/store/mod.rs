//! The store keeps what it is given, all of it or nothing, and shows where somebody else had a hand in it.

mod agreeing;
mod append_only;
mod appending;
mod approvals;
mod behind_the_decision;
mod catalogue;
mod full_disk;
mod in_time;
mod keys;
mod lateness;
mod migrations;
mod numbers;
mod once;
mod outages;
mod pages;
mod rebuilding;
mod rebuilding_of_time;
mod rules;
mod rules_of_time;
mod scopes;
mod searching;
mod sessions;
mod statements;
mod tampering;
mod timed;
mod warnings;
