//! What several forms speak of.

use serde::Serialize;

/// A person or an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct Party {
    /// The name.
    pub name: String,
    /// Number of the identity card, or an enterprise's code.
    pub identity: Option<String>,
    /// The address.
    pub address: String,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
}

/// The dossier that a letter is about.
#[derive(Clone, Debug, Serialize)]
pub struct Dossier {
    /// Its number, such as `H32.17-261123-0001`.
    pub number: String,
    /// The procedure's name.
    pub procedure: String,
    /// The procedure's code, such as `1.013225`.
    pub code: String,
    /// The procedure's field.
    pub field: String,
    /// Whose dossier it is.
    pub owner: Party,
    /// What is asked for.
    pub request: String,
}

/// A component that was handed in; a count of 0 stays blank.
#[derive(Clone, Debug, Serialize)]
pub struct Component {
    /// The paper's name.
    pub name: String,
    /// How many originals.
    pub originals: u32,
    /// How many certified copies.
    pub certified: u32,
    /// How many photocopies.
    pub copies: u32,
    /// A note, such as “đã đối chiếu bản chính”.
    pub note: Option<String>,
}

/// Something that is missing or wrong.
#[derive(Clone, Debug, Serialize)]
pub struct Missing {
    /// The component, or what it must say.
    pub component: String,
    /// How many; 0 stays blank.
    pub quantity: u32,
    /// Why.
    pub reason: String,
}

/// A fee or charge.
#[derive(Clone, Debug, Serialize)]
pub struct Fee {
    /// Its name.
    pub name: String,
    /// In đồng; nothing where it isn't known yet.
    pub amount: Option<u64>,
    /// What is to be said of it, such as “đã nộp” or “theo nghị quyết của HĐND tỉnh”.
    pub note: Option<String>,
}

/// Whom to ask.
#[derive(Clone, Debug, Serialize)]
pub struct Officer {
    /// The name.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
}
