//! The laws of every picture, held on random processes by reading the SVG that comes out.

mod laws;
mod random;
mod safety;
mod seen;
mod words;
