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
pub use sign_in::{Session, in_a_browser, refresh, sign_in, sign_in_to_pages};
pub use signed_in::{
    Administrator, Approver, AtWork, Clerk, Hotline, Maybe, Overseer, Reader, Recorder, Right, Signatory,
    SignedIn,
};
pub use token::{Claims, Tokens};
