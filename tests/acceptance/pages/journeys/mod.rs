//! Whole journeys, from door to door.

mod online;
mod rescheduling;
mod supplement;
