//! What is simulated.

/// What is simulated.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The seed: the same one gives the same year.
    pub seed: u64,
    /// How many dossiers are handed in.
    pub dossiers: u32,
    /// In which year.
    pub year: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 1, dossiers: 200_000, year: 2026 }
    }
}
