//! The catalogue's files as they lie in the repository: the sample province, the portal's data, the golden version.

mod golden;
mod national;
mod province;
mod repository;
