//! Text that comes in, checked once, where it comes in.

use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// One line of at most `MAX` characters: no control characters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Line<const MAX: usize>(String);

/// Text of at most `MAX` characters, of several lines: no control characters but tab and line breaks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Prose<const MAX: usize>(String);

macro_rules! checked {
    ($name:ident, $label:literal, $pattern:literal, $allowed:expr) => {
        impl<const MAX: usize> $name<MAX> {
            /// The text.
            pub fn into_string(self) -> String {
                self.0
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de, const MAX: usize> Deserialize<'de> for $name<MAX> {
            fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let text = String::deserialize(input)?;
                let allowed: fn(char) -> bool = $allowed;
                checked::<D::Error>(&text, MAX, allowed)?;
                Ok(Self(text))
            }
        }

        impl<const MAX: usize> PartialSchema for $name<MAX> {
            fn schema() -> RefOr<Schema> {
                let text = ObjectBuilder::new().schema_type(Type::String).max_length(Some(MAX));
                text.pattern(Some($pattern)).into()
            }
        }

        impl<const MAX: usize> ToSchema for $name<MAX> {
            fn name() -> Cow<'static, str> {
                Cow::Owned(format!("{}{MAX}", $label))
            }
        }
    };
}

checked!(Line, "Line", r"^[^\u0000-\u001F\u007F-\u009F]*$", |c| !c.is_control());
checked!(Prose, "Prose", r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$", |c| {
    !c.is_control() || matches!(c, '\n' | '\r' | '\t')
});

fn checked<E: serde::de::Error>(text: &str, max: usize, allowed: fn(char) -> bool) -> Result<(), E> {
    if text.chars().count() > max {
        return Err(E::custom(format!("too long: at most {max} characters")));
    }
    if text.chars().any(|c| !allowed(c)) {
        return Err(E::custom("control characters aren't allowed"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_short_and_has_no_control_characters() {
        let read = |json: &str| serde_json::from_str::<Line<3>>(json);
        assert_eq!(read("\"ậbc\"").expect("three characters").as_str(), "ậbc");
        assert!(read("\"abcd\"").is_err());
        assert!(read("\"a\\u0000\"").is_err());
        assert!(read("\"a\\nb\"").is_err());
        assert!(read("1").is_err());
    }

    #[test]
    fn prose_may_have_line_breaks() {
        let read = |json: &str| serde_json::from_str::<Prose<5>>(json);
        assert!(read("\"a\\nb\\tc\"").is_ok());
        assert!(read("\"a\\u0000b\"").is_err());
        assert!(read("\"123456\"").is_err());
    }
}
