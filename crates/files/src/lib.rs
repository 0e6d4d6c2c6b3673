#![doc = include_str!("../README.md")]

mod bucket;
mod clamd;
mod folder;
mod kept;
mod kind;
mod seal;
mod zip;

pub mod samples;

pub use bucket::{Bucket, BucketSettings};
pub use clamd::{Clamd, Scanned};
pub use folder::Folder;
pub use kept::{Files, Hash, Keeper, Unkept};
pub use kind::Kind;
