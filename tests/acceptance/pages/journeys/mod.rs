//! Whole journeys, from door to door.

mod feedback;
mod online;
mod rescheduling;
mod supplement;
