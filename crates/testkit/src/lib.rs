#![doc = include_str!("../README.md")]

pub mod db;
pub mod life;
pub mod province;
