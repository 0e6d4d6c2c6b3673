//! The API: what each may do, what nobody may, and what it says then.

mod journeys;
mod national;
mod walk;
