//! Who asks: passwords, tokens, and the right to act as an argument's type.

mod for_applicant;
mod holder;
mod password;
mod sign_in;
mod signed_in;
mod token;

pub use for_applicant::{Entitled, ForApplicant};
pub use holder::{Holder, by_holder};
pub use password::{hash, verify};
pub use sign_in::{Session, refresh, sign_in};
pub use signed_in::{Approver, AtWork, Clerk, Hotline, Maybe, Reader, Recorder, Signatory, SignedIn};
pub use token::{Claims, Tokens};
