#![doc = include_str!("../README.md")]

pub mod app;
pub mod db;
pub mod life;
pub mod pdf;
pub mod province;
