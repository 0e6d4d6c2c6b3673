//! The published processing time of a procedure: so many of a unit.

use serde::{Deserialize, Serialize};

use crate::CalendarError;

/// What a processing time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days with at least one session; the day of acceptance isn't counted.
    WorkingDays,
    /// Hours inside sessions, from the moment of acceptance.
    WorkingHours,
    /// Days of the calendar; the day of acceptance isn't counted.
    CalendarDays,
    /// Months of the calendar, to the day of the same number.
    Months,
    /// Due at the closing of the day of acceptance, or of the next working day.
    SameDay,
}

impl Unit {
    /// The largest amount accepted: about ten years, far beyond any procedure.
    #[must_use]
    pub const fn largest_amount(self) -> u32 {
        match self {
            Self::WorkingDays => 2_600,
            Self::WorkingHours => 20_800,
            Self::CalendarDays => 3_660,
            Self::Months => 120,
            Self::SameDay => 1,
        }
    }

    const fn smallest_amount(self) -> u32 {
        match self {
            Self::SameDay => 0,
            Self::WorkingDays | Self::WorkingHours | Self::CalendarDays | Self::Months => 1,
        }
    }
}

/// An amount of a unit, checked. The same day has the amount 1; 0 is read as 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct ProcessingTime {
    amount: u32,
    unit: Unit,
}

impl ProcessingTime {
    /// A processing time of `amount` units.
    ///
    /// # Errors
    /// [`CalendarError::Amount`] for 0 (save of `same_day`) and for more than
    /// [`Unit::largest_amount`].
    pub const fn new(amount: u32, unit: Unit) -> Result<Self, CalendarError> {
        if amount < unit.smallest_amount() || amount > unit.largest_amount() {
            return Err(CalendarError::Amount { amount, unit });
        }
        match unit {
            Unit::SameDay => Ok(Self::SAME_DAY),
            Unit::WorkingDays | Unit::WorkingHours | Unit::CalendarDays | Unit::Months => {
                Ok(Self { amount, unit })
            }
        }
    }

    /// Due on the day of acceptance.
    pub const SAME_DAY: Self = Self { amount: 1, unit: Unit::SameDay };

    /// Due a month after acceptance.
    pub const ONE_MONTH: Self = Self { amount: 1, unit: Unit::Months };

    /// How many units.
    #[must_use]
    pub const fn amount(self) -> u32 {
        self.amount
    }

    /// The unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// In Vietnamese, such as "10 ngày làm việc".
    #[must_use]
    pub fn vietnamese(self) -> String {
        let amount = self.amount;
        match self.unit {
            Unit::WorkingDays => format!("{amount} ngày làm việc"),
            Unit::WorkingHours => format!("{amount} giờ làm việc"),
            Unit::CalendarDays => format!("{amount} ngày"),
            Unit::Months => format!("{amount} tháng"),
            Unit::SameDay => "trong ngày".to_owned(),
        }
    }

    /// In English, such as "10 working days".
    #[must_use]
    pub fn english(self) -> String {
        let plural = if self.amount == 1 { "" } else { "s" };
        let amount = self.amount;
        match self.unit {
            Unit::WorkingDays => format!("{amount} working day{plural}"),
            Unit::WorkingHours => format!("{amount} working hour{plural}"),
            Unit::CalendarDays => format!("{amount} calendar day{plural}"),
            Unit::Months => format!("{amount} month{plural}"),
            Unit::SameDay => "the same day".to_owned(),
        }
    }
}

/// A processing time as it is written, not yet checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    amount: u32,
    unit: Unit,
}

impl TryFrom<Written> for ProcessingTime {
    type Error = CalendarError;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        Self::new(written.amount, written.unit)
    }
}
