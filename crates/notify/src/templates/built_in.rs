//! The texts that come with the program.

use super::text::Text;

/// The texts of each name, an SMS and an e-mail.
macro_rules! texts {
    ($($name:literal)+) => {
        &[
            $(
                (concat!($name, ".sms.txt"), include_str!(concat!("../../templates/", $name, ".sms.txt"))),
                (concat!($name, ".email.txt"), include_str!(concat!("../../templates/", $name, ".email.txt"))),
            )+
            ("footer.email.txt", include_str!("../../templates/footer.email.txt")),
        ]
    };
}

/// Every text, by its file's name.
pub(super) const ALL: &[(&str, &str)] = texts! {
    "accepted"
    "apologised"
    "apology_unsent"
    "appointment_missed"
    "closed"
    "consultation_answered"
    "consultation_unanswered"
    "consulted"
    "endorsement_asked"
    "guided"
    "needs_asked"
    "paper_ready"
    "payment_asked"
    "recounted"
    "refused"
    "reschedule_approved"
    "reschedule_endorsed"
    "reschedule_proposed"
    "reschedule_rejected"
    "rescheduled"
    "result_ready"
    "resumed"
    "step_done"
    "supplement_requested"
    "warn_apology"
    "warn_one_day"
    "warn_three_days"
};

/// A text as it stands in its file; none of that name.
pub(super) fn source(file: &str) -> Option<&'static str> {
    ALL.iter().find(|(name, _)| *name == file).map(|(_, source)| *source)
}

/// A text of a name that an occasion bears.
pub(super) fn text(file: &str) -> Text {
    let text = source(file).and_then(|source| Text::read(file, source).ok());
    text.expect("every occasion has its texts, as the tests hold")
}
