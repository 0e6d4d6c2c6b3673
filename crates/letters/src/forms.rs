//! The typed data of each form.

mod apology;
mod asking;
mod receipt;
mod register;
mod result_slip;
mod tracing;

pub use apology::{Apology, BelatedApology};
pub use asking::{Guidance, Refusal, Supplement, SupplementItem};
pub use receipt::Receipt;
pub use register::{Entry, Register};
pub use result_slip::{PaperHandedOver, ResultSlip};
pub use tracing::{ControlSheet, HandOver, Outcome};
