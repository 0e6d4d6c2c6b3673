//! Consultations: asked of another agency, answered by it.

pub(crate) mod answer;
pub(crate) mod ask;
