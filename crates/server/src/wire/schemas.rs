//! Schemas of words that come from the deciding crates.

use serde_json::Value;
use utoipa::openapi::schema::{Array, ArrayBuilder, Object, ObjectBuilder, SchemaType, Type};

fn one_of<const N: usize>(words: [&str; N]) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

/// One of the words, or null.
fn one_of_or_null(words: Object) -> Object {
    let mut words = words;
    words.schema_type = SchemaType::Array(vec![Type::String, Type::Null]);
    words.enum_values.get_or_insert_default().push(Value::Null);
    words
}

/// A channel.
pub fn channel() -> Object {
    one_of(["counter", "online", "post"])
}

/// A kind of applicant.
pub fn applicant_kind() -> Object {
    one_of(["citizen", "enterprise", "state_agency", "organisation"])
}

/// The form of a document.
pub fn form() -> Object {
    one_of(["original", "certified_copy", "copy_with_original"])
}

/// A stage.
pub fn stage() -> Object {
    one_of(dossier::Stage::ALL.map(dossier::Stage::as_str))
}

/// A role.
pub fn role() -> Object {
    one_of(kernel::Role::ALL.map(kernel::Role::as_str))
}

/// Which way a result goes.
pub fn result_kind() -> Object {
    one_of(["granted", "denied"])
}

/// Which way a result goes, once it was decided.
pub fn result_kind_if_any() -> Object {
    one_of_or_null(result_kind())
}

/// How a leg stands.
pub fn leg_standing() -> Object {
    one_of(routing::Standing::ALL.map(routing::Standing::as_str))
}

/// What a step proposes.
pub fn outcome() -> Object {
    one_of(["grant", "deny"])
}

/// What a step proposes, if it proposes something.
pub fn outcome_if_any() -> Object {
    one_of_or_null(outcome())
}

/// A kind of applicant, if it is known.
pub fn applicant_kind_if_any() -> Object {
    one_of_or_null(applicant_kind())
}

/// How a dossier stands to its appointment, if it has one.
pub fn timeliness_if_any() -> Object {
    one_of_or_null(timeliness())
}

/// A unit of time.
pub fn unit() -> Object {
    one_of(["working_days", "working_hours", "calendar_days", "months", "same_day"])
}

/// How a dossier stands to its appointment.
pub fn timeliness() -> Object {
    one_of(["running", "overdue", "early", "on_time", "late"])
}

/// What the clock stands for.
pub fn cause() -> Object {
    one_of([deadline::Cause::Supplement, deadline::Cause::Payment].map(deadline::Cause::as_str))
}

/// By which way a message goes, if any.
pub fn way_if_any() -> Object {
    one_of_or_null(one_of(["sms", "email"]))
}

/// What became of a message.
pub fn notice_state() -> Object {
    one_of(["waiting", "sent", "delivered", "failed", "settled"])
}

/// The form of a letter.
pub fn letter() -> Object {
    let forms = letters::Kind::ALL.into_iter().filter(|kind| *kind != letters::Kind::Register);
    let names: Vec<&str> = forms.map(letters::Kind::slug).collect();
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).build()
}

/// How feedback stands to its deadline.
pub fn feedback_standing() -> Object {
    one_of(feedback::Standing::ALL.map(feedback::Standing::as_str))
}

/// By which means a letter went out.
pub fn means() -> Object {
    one_of(
        [deadline::Means::Sms, deadline::Means::Email, deadline::Means::Other].map(deadline::Means::as_str),
    )
}

/// What a file is.
pub fn media_type() -> Object {
    one_of(files::Kind::ALL.map(files::Kind::media_type))
}

/// Files as they are sent.
pub fn files() -> Array {
    let file = ObjectBuilder::new().schema_type(Type::String).content_media_type("application/octet-stream");
    ArrayBuilder::new().items(file).min_items(Some(1)).build()
}

/// What can be missing or wrong.
pub fn fault() -> Object {
    one_of(intake::FaultKind::ALL.map(intake::FaultKind::as_str))
}
