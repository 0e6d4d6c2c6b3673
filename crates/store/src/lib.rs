#![doc = include_str!("../README.md")]
#![recursion_limit = "256"]

mod db;
mod error;
mod schema;
mod sql_types;
mod statements;
mod store;
mod text;
mod writer;

pub mod accounts;
pub mod catalogue;
pub mod drafts;
pub mod feedback;
pub mod files;
pub mod letters;
pub mod log;
pub mod migrate;
pub mod notices;
pub mod office;
pub mod outbox;
pub mod people;
pub mod query;
pub mod sessions;

pub use db::{Address, Db, Kind};
pub use error::StoreError;
pub use store::{Settings, Store};
