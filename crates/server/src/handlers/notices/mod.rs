//! What is told by other means, and what gateways report.

pub(crate) mod report;
pub(crate) mod settle;
pub(crate) mod tasks;
