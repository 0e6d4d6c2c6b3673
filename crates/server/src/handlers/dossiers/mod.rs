//! Dossiers: handing in, reading, and the acts that end a stage.

pub(crate) mod accept;
pub(crate) mod close;
pub(crate) mod complete;
pub(crate) mod contact;
pub(crate) mod get;
pub(crate) mod guide;
pub(crate) mod hand_over;
pub(crate) mod issue_supplement;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod rate;
pub(crate) mod record;
pub(crate) mod refuse;
pub(crate) mod request_supplement;
pub(crate) mod sheet;
pub(crate) mod state_needs;
pub(crate) mod submit;
pub(crate) mod supply;
pub(crate) mod withdraw;
