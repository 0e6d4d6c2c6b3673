//! The life of a dossier: whole lives in order, what may be done, how it stands to its appointment.

mod across;
mod acts;
mod agreement;
mod asked;
mod charge;
mod event;
mod facts;
mod files;
mod in_time;
mod life;
mod lives;
mod sample;
mod timeliness;
mod turns;
