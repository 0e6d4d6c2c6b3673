//! The API: what each may do, what nobody may, and what it says then.

mod access;
mod at_once;
mod bad_bodies;
mod bad_values;
mod breaches;
mod deciding;
mod faults;
mod guiding;
mod headers;
mod journeys;
mod limits;
mod national;
mod odd_addresses;
mod once;
mod operations;
mod outcomes;
mod paying;
mod posts;
mod refusing;
mod rescheduling;
mod secrets;
mod sign_in;
mod status;
mod steps;
mod supplements;
mod walk;
