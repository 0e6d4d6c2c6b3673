#![doc = include_str!("../README.md")]

mod actor;
mod codes;
mod grouped;
mod ids;
mod lang;
mod number;
mod rules;
mod violation;

pub use actor::{Actor, Role, Staff};
pub use codes::{AgencyCode, BadCode, CaseCode, ComponentCode, GroundCode, LegCode, ProcedureCode, StepCode};
pub use grouped::grouped;
pub use ids::{DossierId, FeedbackId, FileId, PersonId, UserId};
pub use lang::{Lang, Said};
pub use number::{BadNumber, DossierNumber};
pub use rules::{Rule, Source};
pub use violation::{Fact, Violation};
