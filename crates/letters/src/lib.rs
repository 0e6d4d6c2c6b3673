#![doc = include_str!("../README.md")]

mod letter;

mod forms;
mod frame;
mod moment;
mod words;

mod fonts;
mod press;
mod qr;
mod sheet;
mod templates;

pub mod samples;
pub mod sign;

pub use fonts::Fonts;
pub use forms::{
    Apology, BelatedApology, ControlSheet, Entry, Guidance, HandOver, Outcome, PaperHandedOver, Receipt,
    Refusal, Register, ResultSlip, Supplement, SupplementItem,
};
pub use frame::{Frame, Paper, Seal, Signature, Verification};
pub use letter::{Kind, Letter};
pub use moment::{Day, Moment};
pub use press::{LetterError, Press};
pub use templates::{Fault, Templates};
pub use words::{Component, Dossier, Fee, Missing, Officer, Party};
