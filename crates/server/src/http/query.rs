//! Parameters of a query, refused by name where they don't fit.

use super::body::fault;
use super::problem::{InputError, Problem};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};

/// The parameters of a GET.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = web::Query::<T>::from_query(request.query_string()).map(|query| Query(query.into_inner()));
        ready(read.map_err(|why| {
            let words = why.to_string();
            let words = words.trim_start_matches("Query deserialize error: ");
            let named = words.split('`').nth(1).map(|name| format!("?{name}")).unwrap_or_default();
            Problem::Input(vec![InputError { en: words.to_owned(), ..fault(named, words) }])
        }))
    }
}
