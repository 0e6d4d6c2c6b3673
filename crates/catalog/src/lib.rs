#![doc = include_str!("../README.md")]

mod agency;
mod channel;
mod component;
mod field_law;
mod leg;
mod load;
mod plain_process;
mod procedure;
mod process;
mod publish;
mod review;
mod version;

pub mod adoption;
pub mod calendar_file;
pub mod files;
pub mod portal;

#[cfg(test)]
mod sample;

pub use agency::{Agency, AgencyFault, AgencyTree};
pub use channel::{Amount, Channel, Fee, Offer};
pub use component::{Alternative, Component, Form};
pub use field_law::{AfterSupplement, Allowance, Exception, FieldLaw};
pub use leg::{Condition, Leg, LegPaper, Payment, Responsible, Step};
pub use load::Load;
pub use plain_process::plain_process;
pub use procedure::{Case, Draft, Ground, ResultPaper};
pub use process::{LongestPath, Process, ProcessFault};
pub use publish::{Basis, Lack, Missing, ONLY_CASE, publish};
pub use review::{Finding, SimplificationReview};
pub use version::Version;
