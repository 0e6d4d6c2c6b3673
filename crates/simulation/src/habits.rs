//! How people behave: every rate of the simulation in one place. Rates are so many in a thousand; the figures are this
//! project's own guesses, not measured anywhere.

use std::ops::RangeInclusive;
use time::Duration;

/// Handed in online, where the procedure is offered there.
pub(crate) const ONLINE: u32 = 350;
/// Handed in by post, where it is offered there.
pub(crate) const BY_POST: u32 = 40;
/// A submission lacks something that the system finds.
pub(crate) const LACKING: u32 = 100;
/// The clerk sees that a document isn't valid.
pub(crate) const NOT_VALID: u32 = 25;
/// It is refused at once, on one of the procedure's grounds.
pub(crate) const GROUNDLESS: u32 = 12;
/// A component that is asked for under a condition is handed in.
pub(crate) const CONDITIONAL_COMPONENT: u32 = 400;
/// Who was guided comes back.
pub(crate) const COMES_BACK: u32 = 820;
/// What was brought is still wanting.
pub(crate) const STILL_WANTING: u32 = 60;
/// The days that the applicant takes to bring what was asked for.
pub(crate) const DAYS_TO_BRING: RangeInclusive<i64> = 1..=13;
/// The days after which a clerk refuses what was guided and never completed.
pub(crate) const DAYS_TO_GIVE_UP: i64 = 45;
/// The applicant takes the dossier back.
pub(crate) const WITHDRAWS: u32 = 8;

/// The letter of a rescheduling can't be sent: no address is good.
pub(crate) const LETTER_IS_LOST: u32 = 12;
/// How long it takes to be sent otherwise.
pub(crate) const UNTIL_A_LETTER_IS_SENT: Duration = Duration::minutes(2);

/// A step's officer asks for a supplement.
pub(crate) const SUPPLEMENT: u32 = 25;
/// An agency that is asked what it needs of a supplement says so in time.
pub(crate) const STATES_NEEDS: u32 = 850;
/// It needs something.
pub(crate) const NEEDS_SOMETHING: u32 = 250;
/// The applicant brings the supplement.
pub(crate) const SUPPLIES: u32 = 900;
/// A step's officer asks for a fee, where the procedure has one and no leg waits for a payment.
pub(crate) const ASKS_PAYMENT: u32 = 10;
/// There is nothing to pay where a sum is told.
pub(crate) const NOTHING_TO_PAY: u32 = 150;
/// The days that the applicant takes to pay.
pub(crate) const DAYS_TO_PAY: RangeInclusive<i64> = 1..=12;
/// The applicant never pays.
pub(crate) const NEVER_PAYS: u32 = 15;
/// A step's officer asks another agency for its opinion.
pub(crate) const CONSULTS: u32 = 12;
/// It answers.
pub(crate) const ANSWERS: u32 = 850;
/// A step is sent back.
pub(crate) const SENDS_BACK: u32 = 15;
/// A leg that somebody decides on is worked.
pub(crate) const LEG_WORKED: u32 = 600;
/// A coordinating agency's counter confirms the receipt of a leg.
pub(crate) const CONFIRMS_RECEIPT: u32 = 400;
/// The application, or one member of a bundle, is denied.
pub(crate) const DENIED: u32 = 35;
/// Who may record the result does so with the last step.
pub(crate) const RECORDS_WITH_THE_STEP: u32 = 850;

/// A step's officer sets it aside for a part of its share, until something is verified elsewhere.
pub(crate) const SET_ASIDE: u32 = 110;
/// That part, in thousandths of the share.
pub(crate) const ASIDE_FOR: RangeInclusive<i64> = 80..=800;
/// The same for what is hard; how often that is, is the agency's own.
pub(crate) const HARD_FOR: RangeInclusive<i64> = 800..=2_400;
/// How often a step is hard, by agency.
pub(crate) const HARD: RangeInclusive<i64> = 6..=60;
/// The part of a step's share that somebody works on it, in thousandths.
pub(crate) const HANDS_ON: i64 = 55;
/// How fully an agency's officers, leaders and heads are busy, in hundredths.
pub(crate) const BUSY: RangeInclusive<i64> = 72..=97;
/// The same for its counter.
pub(crate) const BUSY_COUNTER: RangeInclusive<i64> = 55..=80;

/// An agency proposes a rescheduling in time where it sees that it will be late; how often, by agency.
pub(crate) const DILIGENT: RangeInclusive<i64> = 350..=950;
/// What it expects of the time that all shares still give, in thousandths.
pub(crate) const EXPECTED: i64 = 350;
/// A head rejects a proposal, or doesn't endorse it.
pub(crate) const REJECTS: u32 = 40;
/// A head apologises belatedly.
pub(crate) const APOLOGISES: u32 = 930;

/// The days until the applicant collects the result.
pub(crate) const DAYS_TO_COLLECT: RangeInclusive<i64> = 0..=9;
/// A paper that may be handed out early is collected by itself.
pub(crate) const COLLECTS_EARLY: u32 = 600;
/// The service is rated.
pub(crate) const RATES: u32 = 250;

/// Minutes of a clerk: taking in, looking at what came online, taking what was brought, handing out, smaller things.
pub(crate) const TO_TAKE_IN: i64 = 9;
pub(crate) const TO_CHECK: i64 = 6;
pub(crate) const TO_HAND_OUT: i64 = 4;
pub(crate) const TO_DO_A_SMALL_THING: i64 = 3;
/// Minutes of whoever signs, proposes, states, answers.
pub(crate) const TO_SIGN: i64 = 6;
pub(crate) const TO_WRITE: i64 = 25;
