//! What goes over the wire: bodies that come in, answers that go out. No rule lives here.

pub mod acceptance;
pub mod acts;
pub mod agencies;
pub mod appointment;
pub mod approvals;
pub mod asked;
pub mod catalogue;
pub mod consultations;
pub mod dossier;
pub mod drawing;
pub mod lateness;
pub mod legs;
pub mod letters;
pub mod line;
pub mod log;
pub mod may;
pub mod notices;
pub mod page;
pub mod payment;
pub mod rescheduling;
pub mod schemas;
pub mod sessions;
pub mod sheet;
pub mod status;
pub mod steps;
pub mod submission;
