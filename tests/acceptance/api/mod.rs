//! The API: what each may do, what nobody may, and what it says then.

mod access;
mod at_once;
mod faults;
mod journeys;
mod limits;
mod national;
mod once;
mod operations;
mod outcomes;
mod refusing;
mod secrets;
mod sign_in;
mod status;
mod steps;
mod walk;
