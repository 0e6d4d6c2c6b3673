//! The API: what each may do, what nobody may, and what it says then.

mod access;
mod at_once;
mod bad_bodies;
mod bad_values;
mod faults;
mod headers;
mod journeys;
mod limits;
mod national;
mod odd_addresses;
mod once;
mod operations;
mod outcomes;
mod posts;
mod refusing;
mod secrets;
mod sign_in;
mod status;
mod steps;
mod walk;
