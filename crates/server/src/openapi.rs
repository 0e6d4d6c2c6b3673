//! The description of the API: made from the handlers, finished with what holds for all of them.

use crate::http::problem::ProblemDetails;
use std::fmt::Write;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContactBuilder, Content, Info, OpenApi, Ref, ResponseBuilder};
use utoipa::{PartialSchema, ToSchema};

/// Adds who we are, how to sign in, and the problems that an operation may answer with.
pub fn finished(mut document: OpenApi) -> OpenApi {
    document.info = Info::new("Một cửa", env!("CARGO_PKG_VERSION"));
    document.info.description = Some(
        "One-stop counters: dossiers from the counter to the citizen's hands, by the directive's rules."
            .to_owned(),
    );
    document.info.contact = Some(ContactBuilder::new().name(Some("motcua")).build());
    let mut schemas = vec![("ProblemDetails".to_owned(), ProblemDetails::schema())];
    ProblemDetails::schemas(&mut schemas);
    let components = document.components.get_or_insert_default();
    components.schemas.extend(schemas);
    components.add_security_scheme("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    let secret = SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::new("Dossier-Secret")));
    components.add_security_scheme("secret", secret);
    for item in document.paths.paths.values_mut() {
        operations_mut(item).for_each(|(_, operation)| add_problems(operation));
    }
    document
}

fn operations_mut(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    let each = [("GET", item.get.as_mut()), ("POST", item.post.as_mut()), ("DELETE", item.delete.as_mut())];
    each.into_iter().filter_map(|(method, operation)| Some((method, operation?)))
}

fn operations(item: &PathItem) -> impl Iterator<Item = (&'static str, &Operation)> {
    let each = [("GET", item.get.as_ref()), ("POST", item.post.as_ref()), ("DELETE", item.delete.as_ref())];
    each.into_iter().filter_map(|(method, operation)| Some((method, operation?)))
}

/// Which problems an operation may answer with follows from its shape.
fn add_problems(operation: &mut Operation) {
    let signed_in = operation.security.as_ref().is_some_and(|schemes| !schemes.is_empty());
    let with_body = operation.request_body.is_some();
    let with_parameters = operation.parameters.as_ref().is_some_and(|parameters| !parameters.is_empty());
    let possible = [
        (with_body, "400", "the body isn't what it says it is, or breaks off"),
        (signed_in || with_body, "401", "not signed in"),
        (signed_in, "403", "not allowed"),
        (with_parameters, "404", "not there, or not to be seen"),
        (true, "405", "the address takes other methods"),
        (with_body, "409", "a rule is broken: `rule`, `citation`, `facts`"),
        (with_body, "412", "`If-Match` names another version"),
        (with_body, "413", "the body, or a file in it, is too large"),
        (with_body, "415", "the body is of another media type"),
        (with_body || with_parameters, "422", "the input doesn't fit: `errors`"),
        (true, "429", "too many requests"),
        (true, "503", "the database is away, or what keeps or scans files"),
    ];
    for (_, status, what) in possible.into_iter().filter(|(may, _, _)| *may) {
        let content = Content::new(Some(Ref::from_schema_name("ProblemDetails")));
        let problem = ResponseBuilder::new().description(what).content("application/problem+json", content);
        operation.responses.responses.insert(status.to_owned(), problem.build().into());
    }
}

/// The addresses there are, to tell an unknown one from a wrong method.
pub struct Paths(Vec<(Vec<String>, Vec<&'static str>)>);

impl Paths {
    /// The addresses of a document.
    pub fn of(document: &OpenApi) -> Self {
        let each = document.paths.paths.iter().map(|(path, item)| {
            let segments = path.split('/').map(str::to_owned).collect();
            (segments, operations(item).map(|(method, _)| method).collect())
        });
        Self(each.collect())
    }

    /// The methods that an address takes; none where it isn't one of ours.
    pub fn methods_of(&self, path: &str) -> Vec<&'static str> {
        let asked: Vec<&str> = path.split('/').collect();
        let fits = |pattern: &[String]| {
            pattern.len() == asked.len()
                && pattern
                    .iter()
                    .zip(&asked)
                    .all(|(own, given)| own.starts_with('{') && !given.is_empty() || own == given)
        };
        let mut methods: Vec<_> =
            self.0.iter().filter(|(pattern, _)| fits(pattern)).flat_map(|(_, m)| m.clone()).collect();
        methods.sort_unstable();
        methods.dedup();
        methods
    }
}

/// The document as a page that needs no script and no style: a list, which fits any screen.
pub fn page(document: &OpenApi) -> String {
    let mut rows = String::new();
    for (path, item) in &document.paths.paths {
        for (method, operation) in operations(item) {
            let what = operation.summary.as_deref().unwrap_or_default();
            let answers: Vec<&str> = operation.responses.responses.keys().map(String::as_str).collect();
            writeln!(
                rows,
                "<dt><code>{method} {}</code></dt><dd>{}<br><small>{}</small></dd>",
                escaped(path).replace('/', "/<wbr>"),
                escaped(what),
                answers.join(" ")
            )
            .unwrap_or_default();
        }
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Một cửa: API</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"></head>\n<body>\n<main>\n<h1>Một cửa: API</h1>\n\
         <p>The whole description, with every field: <a href=\"/api/openapi.json\">openapi.json</a> (OpenAPI 3.1). Here:\n\
         each call, what it does, and the statuses it answers with.</p>\n\
         <dl>\n{rows}</dl>\n</main>\n</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
