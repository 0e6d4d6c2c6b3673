//! A payment that stops the clock.

use super::acts::StandingOut;
use super::appointment::{AppointmentOut, Detail};
use crate::execute::Done;
use crate::http::{Line, Problem, Prose};
use deadline::PaymentAsked;
use kernel::Lang;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use time::OffsetDateTime;
use utoipa::ToSchema;

/// What the applicant is to pay.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentRequestIn {
    /// How much, in đồng.
    #[serde(deserialize_with = "sum")]
    #[schema(minimum = 1, maximum = 1_000_000_000_000_u64)]
    pub amount: u64,
    /// What for.
    pub purpose: Prose<1000>,
}

impl From<PaymentRequestIn> for deadline::Command {
    fn from(asked: PaymentRequestIn) -> Self {
        deadline::Command::AskPayment { amount: asked.amount, purpose: asked.purpose.into_string() }
    }
}

/// That the applicant has paid.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentIn {
    /// The number of the receipt.
    pub receipt: Line<100>,
}

impl From<PaymentIn> for deadline::Command {
    fn from(paid: PaymentIn) -> Self {
        deadline::Command::ConfirmPayment { receipt: paid.receipt.into_string() }
    }
}

/// A payment that is out.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaymentOut {
    /// When it was asked for.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// How much, in đồng.
    pub(crate) amount: u64,
    /// What for.
    pub(crate) purpose: String,
    /// The leg that waits for it; none where the whole dossier does.
    pub(crate) leg: Option<String>,
}

/// Where a dossier stands with its appointment, which an act may have moved.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointedOut {
    #[serde(flatten)]
    pub(crate) standing: StandingOut,
    /// When the result is due, and why then.
    pub(crate) appointment: Option<AppointmentOut>,
}

impl From<&PaymentAsked> for PaymentOut {
    fn from(asked: &PaymentAsked) -> Self {
        Self {
            at: asked.at,
            amount: asked.amount,
            purpose: asked.purpose.clone(),
            leg: asked.leg.as_ref().map(ToString::to_string),
        }
    }
}

impl AppointedOut {
    /// Where it stands, as staff read it.
    ///
    /// # Errors
    /// As [`AppointmentOut::of`].
    pub fn of(done: &Done, lang: Lang) -> Result<Self, Problem> {
        let Done { dossier, by } = done;
        let appointment = AppointmentOut::of(by.calendar.as_deref(), &dossier.state, Detail::Full, lang)?;
        Ok(Self { standing: StandingOut::of(dossier.id, &dossier.state), appointment })
    }
}

/// A sum that is told, if one is: nothing to pay is 0.
pub(super) fn told_if_any<'de, D: Deserializer<'de>>(input: D) -> Result<Option<u64>, D::Error> {
    let amount = Option::<u64>::deserialize(input)?;
    let sound = amount.is_none_or(|amount| amount <= MOST);
    if sound { Ok(amount) } else { Err(D::Error::custom("out of range: from 0 to 1000000000000")) }
}

/// A thousand billion đồng.
const MOST: u64 = 1_000_000_000_000;

/// From one đồng to a thousand billion.
fn sum<'de, D: Deserializer<'de>>(input: D) -> Result<u64, D::Error> {
    let amount = u64::deserialize(input)?;
    let sound = (1..=MOST).contains(&amount);
    if sound { Ok(amount) } else { Err(D::Error::custom("out of range: from 1 to 1000000000000")) }
}
