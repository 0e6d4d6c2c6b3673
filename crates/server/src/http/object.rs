//! JSON objects that come in. Left to itself, serde takes an array for a struct too, its fields in order.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A `T` that came in as a JSON object.
pub(super) struct Object<T>(pub(super) T);

/// Reads an object.
///
/// # Errors
/// Anything else, an array too.
pub fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(input: D) -> Result<T, D::Error> {
    Object::deserialize(input).map(|Object(read)| read)
}

/// Reads an object, if there is one.
///
/// # Errors
/// Anything else, an array too.
pub fn object_if_any<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    input: D,
) -> Result<Option<T>, D::Error> {
    Option::<Object<T>>::deserialize(input).map(|read| read.map(|Object(read)| read))
}

/// Reads a list of at most `MAX` objects.
///
/// # Errors
/// A longer one; anything else.
pub fn objects<'de, D, T, const MAX: usize>(input: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let objects = Vec::<Object<T>>::deserialize(input)?;
    if objects.len() > MAX {
        return Err(D::Error::custom(format!("too long: at most {MAX} of them")));
    }
    Ok(objects.into_iter().map(|Object(read)| read).collect())
}

/// Reads an object with names of the sender's choice, each of which stands there once.
///
/// # Errors
/// Anything else; a name that stands twice, of which left to itself serde takes the last.
pub fn each_once<'de, D, K, V>(input: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    input.deserialize_map(EachOnce(PhantomData))
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_map(Fields(PhantomData)).map(Object)
    }
}

struct Fields<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields))
    }
}

struct EachOnce<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for EachOnce<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let mut read = BTreeMap::new();
        while let Some((name, value)) = fields.next_entry()? {
            if read.insert(name, value).is_some() {
                return Err(A::Error::custom("duplicate field"));
            }
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Point {
        x: u8,
    }

    #[derive(Debug, serde::Deserialize)]
    struct Points {
        #[serde(deserialize_with = "objects::<_, _, 2>")]
        points: Vec<Point>,
    }

    #[test]
    fn an_array_is_no_object() {
        let read = |json: &str| serde_json::from_str::<Object<Point>>(json).map(|Object(point)| point);
        assert_eq!(read("{\"x\": 1}").expect("an object"), Point { x: 1 });
        let why = read("[1]").expect_err("an array").to_string();
        assert!(why.starts_with("invalid type: sequence, expected an object"), "{why}");
    }

    #[test]
    fn a_list_is_no_longer_than_it_may_be_and_holds_objects() {
        let read = |json: &str| serde_json::from_str::<Points>(json);
        assert_eq!(read(r#"{"points": [{"x": 1}, {"x": 2}]}"#).expect("two").points.len(), 2);
        assert!(read(r#"{"points": [{"x": 1}, {"x": 2}, {"x": 3}]}"#).is_err());
        assert!(read(r#"{"points": [[1]]}"#).is_err());
    }

    #[test]
    fn a_name_stands_once() {
        let read = |json: &str| each_once::<_, String, bool>(&mut serde_json::Deserializer::from_str(json));
        assert_eq!(read(r#"{"a": true, "b": false}"#).expect("two names").len(), 2);
        let why = read(r#"{"a": true, "a": true}"#).expect_err("twice").to_string();
        assert!(why.starts_with("duplicate field"), "{why}");
        assert!(read("[[\"a\", true]]").is_err());
    }
}
