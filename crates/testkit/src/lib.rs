#![doc = include_str!("../README.md")]

pub mod app;
pub mod browser;
pub mod db;
pub mod life;
pub mod pdf;
pub mod province;
