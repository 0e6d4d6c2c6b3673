//! Who a letter is from, and what stands around what it says.

use serde::Serialize;

use crate::{Day, Moment};

/// The agency's side of a letter: letterhead, signature, and where it can be checked. Names are as the agency writes
/// them; the forms put in capitals what NĐ 30/2020 wants in capitals.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The paper; the register is always A4 across.
    pub paper: Paper,
    /// The agency above, such as “UBND tỉnh Khánh Hòa”.
    pub superior: Option<String>,
    /// The agency whose letter it is.
    pub agency: String,
    /// The counter, for what the counter itself issues.
    pub counter: Option<String>,
    /// Number and sign, what follows “Số:”, such as `125/PXL-SXD`.
    pub number: Option<String>,
    /// Where it is issued, such as “Nha Trang”; empty where that isn't known.
    pub place: String,
    /// The day it is issued.
    pub date: Day,
    /// How a reader finds out that the paper is genuine.
    pub verification: Option<Verification>,
    /// The link, with its secret, that opens the dossier's status; it is in the QR code too. At most 1,000 characters.
    pub status_link: Option<String>,
    /// Who signs for the agency.
    pub signature: Option<Signature>,
}

/// The size of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
}

/// The line at the foot of each page.
#[derive(Clone, Debug, Serialize)]
pub struct Verification {
    /// The letter's own code.
    pub code: String,
    /// The address at which it is looked up.
    pub link: String,
}

/// The block on the right at the end.
#[derive(Clone, Debug, Serialize)]
pub struct Signature {
    /// In whose place, such as “KT. Giám đốc”.
    pub capacity: Option<String>,
    /// The signer's own position, such as “Phó Giám đốc”.
    pub position: String,
    /// The signer's name.
    pub name: String,
    /// How it is signed.
    pub seal: Seal,
}

/// How a letter is signed, which the letter says of itself.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(tag = "kind", content = "at", rename_all = "kebab-case")]
pub enum Seal {
    /// On paper: room is left for signature and stamp.
    ByHand,
    /// Approved in the system at that moment; the PDF bears no digital signature.
    Approved(Moment),
    /// The PDF is going to bear a digital signature of that moment: see [`sign`](crate::sign).
    Digital(Moment),
}
