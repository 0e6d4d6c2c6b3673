#![doc = include_str!("../README.md")]

mod agency;
mod procedure;
mod component;
mod channel;
mod process;
mod plain_process;
mod load;
mod review;
mod publish;
pub mod adoption;
pub mod files;
pub mod portal;

pub use agency::{Agency, AgencyFault, AgencyTree};
pub use channel::{Amount, Channel, Fee, Offer};
pub use component::{Alternative, Component, Form};
pub use load::Load;
pub use plain_process::plain_process;
pub use procedure::{Case, Draft, Ground, ResultPaper, Version};
pub use process::{Leg, LongestPath, Process, ProcessFault, Step};
pub use publish::{Basis, Lack, ONLY_CASE, publish};
pub use review::{Finding, SimplificationReview};
