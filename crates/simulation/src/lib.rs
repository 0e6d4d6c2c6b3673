#![doc = include_str!("../README.md")]

mod error;
mod province;
mod settings;
mod year;

mod account;
mod agenda;
mod arrivals;
mod chance;
mod demand;
mod habits;
mod life;
mod offices;
mod pool;
mod recorder;

pub use account::{Account, Tables};
pub use chance::Chance;
pub use error::SimulationError;
pub use province::Province;
pub use recorder::THREADS;
pub use settings::Settings;
pub use year::{Outcome, Year};
