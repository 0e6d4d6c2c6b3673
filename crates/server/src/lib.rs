#![doc = include_str!("../README.md")]

pub mod app;
pub mod auth;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod directory;
pub mod execute;
pub mod facts;
pub mod files;
mod handlers;
pub mod http;
pub mod import;
pub mod keys;
pub mod metrics;
pub mod notices;
pub mod office;
pub mod openapi;
mod pages;
pub mod printing;
pub mod province;
pub mod routes;
pub mod serve;
pub mod wire;
pub mod worker;
