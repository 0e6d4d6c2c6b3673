//! A form that comes in: kept from other sites, read into what the API reads too.

use super::parts::{Parts, Upload, is_multipart};
use super::visit::bound_to;
use super::words::facts;
use crate::app::App;
use crate::http::body::{collected, parse};
use crate::http::{InputError, Key, Problem, Terms};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use front::{Fault, Typed};
use kernel::Lang;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::future::{Future, ready};
use std::pin::Pin;
use uuid::Uuid;

/// What was sent with a form.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    /// What was typed.
    pub(crate) typed: Typed,
    /// The files that were chosen.
    pub(crate) files: Vec<Upload>,
    /// On which terms it acts: once, and only on the version that was shown.
    pub(crate) terms: Terms,
    /// The id under which what comes of it will be kept, where the form was made for something new.
    pub(crate) future: Option<Uuid>,
    /// Lists that are sent even where they are empty.
    lists: Vec<&'static str>,
}

/// The same where files may come with it, from whoever `Who` finds: a right or a secret that is checked before anything of the form
/// is read, for files are read into memory.
pub(crate) struct WithFiles<Who>(pub(crate) Who, pub(crate) Sent);

impl FromRequest for Sent {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        if is_multipart(&request) {
            return Box::pin(ready(Err(Problem::MediaType("application/x-www-form-urlencoded"))));
        }
        let bytes = collected(&request, payload);
        Box::pin(async move {
            let bytes = bytes.await?;
            sent(&request, form_urlencoded::parse(&bytes).into_owned().collect(), Vec::new(), &bytes)
        })
    }
}

impl<Who: FromRequest<Error = Problem> + 'static> FromRequest for WithFiles<Who> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        let who = Who::from_request(&request, &mut Payload::None);
        Box::pin(async move {
            let who = who.await?;
            if !is_multipart(&request) {
                return Ok(Self(who, Sent::from_request(&request, &mut payload).await?));
            }
            let (pairs, files, hash) = Parts::of(&request, &mut payload).await?.all(&request).await?;
            Ok(Self(who, sent(&request, pairs, files, &hash)?))
        })
    }
}

fn sent(
    request: &HttpRequest,
    pairs: Vec<(String, String)>,
    files: Vec<Upload>,
    bytes: &[u8],
) -> Result<Sent, Problem> {
    if !pairs.iter().all(|(name, _)| is_a_name(name)) {
        return Err(unknown());
    }
    let (own, typed): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| name.starts_with('_'));
    if let Some((name, _)) = typed.iter().find(|(_, value)| value.contains('\0')) {
        return Err(Problem::input(
            name,
            "control-character",
            "Nội dung có ký tự điều khiển không được phép.",
            "Control characters aren't taken.",
        ));
    }
    let own = Typed(own);
    guarded(request, own.get("_token").unwrap_or_default())?;
    let key = own.get("_key").filter(|key| !key.is_empty() && key.len() <= 120);
    let version = own.get("_version").map(str::parse).transpose().map_err(|_| Problem::Changed)?;
    let terms = Terms { key: key.map(|key| Key::of(request, bytes, key)), if_match: version };
    let future = own.get("_future").map(|future| ours(request, future)).transpose()?;
    Ok(Sent { typed: Typed(typed), files, terms, future, lists: Vec::new() })
}

/// No field of ours has a longer name, or lies deeper: what is read from names nests as deep as they do.
fn is_a_name(name: &str) -> bool {
    name.len() <= 200 && name.bytes().filter(|byte| *byte == b'/').count() <= 6
}

fn unknown() -> Problem {
    Problem::input(
        "",
        "unknown-field",
        "Biểu mẫu có trường lạ. Hãy mở lại trang và điền lại.",
        "The form has a field that isn't ours. Open the page again and fill it in once more.",
    )
}

/// An id that this server has given this browser for something new, and no other.
fn ours(request: &HttpRequest, future: &str) -> Result<Uuid, Problem> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::Fault("no app".to_owned()))?;
    let bound = bound_to(request).ok_or(Problem::Unsealed)?;
    let (id, token) = future.split_once('.').ok_or(Problem::Unsealed)?;
    let is_ours = app.keys.is_form_token_of(&format!("{bound}.{id}"), token);
    Uuid::try_parse(id).ok().filter(|_| is_ours).ok_or(Problem::Unsealed)
}

/// A form of this very browser, from this very site.
pub(super) fn guarded(request: &HttpRequest, token: &str) -> Result<(), Problem> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::Fault("no app".to_owned()))?;
    let elsewhere = request.headers().get("sec-fetch-site").is_some_and(|site| site != "same-origin");
    let bound = bound_to(request).ok_or(Problem::Unsealed)?;
    if elsewhere || !app.keys.is_form_token_of(&bound, token) {
        return Err(Problem::Unsealed);
    }
    Ok(())
}

impl Sent {
    /// As if this had been sent.
    pub(crate) fn of(typed: Typed) -> Self {
        Self { typed, files: Vec::new(), terms: Terms::default(), future: None, lists: Vec::new() }
    }

    /// The same, of whose list only the rows count in which `chosen` was: a tick, a choice. The list may be empty.
    #[must_use]
    pub(crate) fn listing(mut self, list: &'static str, chosen: &str) -> Self {
        let row_of =
            |name: &str| name.strip_prefix(list)?.strip_prefix('/')?.split('/').next().map(str::to_owned);
        let kept: BTreeSet<String> = self
            .typed
            .0
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .filter_map(|(name, _)| row_of(name).filter(|row| *name == format!("{list}/{row}/{chosen}")))
            .collect();
        self.typed.0.retain(|(name, _)| row_of(name).is_none_or(|row| kept.contains(&row)));
        self.lists.push(list);
        self
    }

    /// The same, of which `name` may have been chosen several times, or not at all: a list.
    #[must_use]
    pub(crate) fn several(mut self, name: &'static str) -> Self {
        let chosen = self.typed.0.iter_mut().filter(|(own, _)| own == name);
        chosen.enumerate().for_each(|(place, (own, _))| *own = format!("{name}/{place}"));
        self.lists.push(name);
        self
    }

    /// What was typed, as the API would read it.
    ///
    /// # Errors
    /// [`Problem::Input`] with the names of the fields.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        let (mut body, places) = body(&self.typed);
        for list in &self.lists {
            if let Some(whole) = body.as_object_mut() {
                whole.entry(list.trim_start_matches('/')).or_insert_with(|| Value::Array(Vec::new()));
            }
        }
        parse(body.to_string().as_bytes()).map_err(|problem| in_place(problem, &places))
    }
}

/// What is wrong with a form, as it is shown there: faults of the input at their fields, above all a broken rule with the facts
/// that help to keep it.
pub(crate) fn faults(problem: &Problem, lang: Lang) -> Vec<Fault> {
    match problem {
        Problem::Input(errors) => errors.iter().map(|error| at_its_field(error, lang)).collect(),
        problem => {
            let facts = match problem {
                Problem::Broken(violation) => facts(violation, lang),
                _ => Vec::new(),
            };
            let whole = std::iter::once(problem.told(lang)).chain(facts);
            whole.map(|text| Fault { name: None, text }).collect()
        }
    }
}

fn at_its_field(error: &InputError, lang: Lang) -> Fault {
    let name = error.pointer.starts_with('/').then(|| error.pointer.clone());
    Fault { name, text: error.said(lang).to_owned() }
}

/// A place in what is sent, and the name of the field there.
type Places = BTreeMap<String, String>;

/// The fields as one JSON object: a name says where its value stands (`/applicant/name`), and after a colon as what
/// (`:int`, `:bool`, `:moment`). What was left empty isn't there, but for what is marked `:text`; lists close up over it.
fn body(typed: &Typed) -> (Value, Places) {
    let mut root = Node::default();
    let is_said = |name: &str, value: &str| !value.trim().is_empty() || name.ends_with(":text");
    let fields = typed.0.iter().filter(|(name, value)| name.starts_with('/') && is_said(name, value));
    for (name, value) in fields {
        root.put(name, value);
    }
    let mut places = Places::new();
    (root.value("", "", &mut places), places)
}

#[derive(Debug, Default)]
struct Node {
    value: Option<(String, Value)>,
    inside: BTreeMap<Segment, Node>,
}

/// Numbers come in their order, and make a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    At(usize),
    Named(String),
}

impl Node {
    fn put(&mut self, name: &str, text: &str) {
        let (path, kind) = name.split_once(':').unwrap_or((name, ""));
        let node = path.split('/').skip(1).fold(self, |node, segment| {
            let segment = segment.parse().map_or_else(|_| Segment::Named(segment.to_owned()), Segment::At);
            node.inside.entry(segment).or_default()
        });
        node.value.get_or_insert_with(|| (name.to_owned(), typed_as(kind, text)));
    }

    fn value(self, place: &str, name: &str, places: &mut Places) -> Value {
        places.insert(
            place.to_owned(),
            self.value.as_ref().map_or_else(|| name.to_owned(), |(own, _)| own.clone()),
        );
        if let Some((_, value)) = self.value {
            return value;
        }
        let is_list =
            !self.inside.is_empty() && self.inside.keys().all(|segment| matches!(segment, Segment::At(_)));
        let mut all = self.inside.into_iter().enumerate().map(|(place_in_list, (segment, node))| {
            let own = match segment {
                Segment::At(number) => number.to_string(),
                Segment::Named(own) => own,
            };
            let at = if is_list { place_in_list.to_string() } else { own.clone() };
            let value = node.value(&format!("{place}/{at}"), &format!("{name}/{own}"), places);
            (own, value)
        });
        if is_list {
            return all.map(|(_, value)| value).collect();
        }
        let mut object = Map::new();
        all.by_ref().for_each(|(own, value)| {
            object.insert(own, value);
        });
        Value::Object(object)
    }
}

fn typed_as(kind: &str, text: &str) -> Value {
    match kind {
        "int" => text.trim().parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
        "bool" => Value::from(text == "true"),
        // A browser tells a moment of the day where the counter is, without a zone.
        "moment" => Value::from(format!("{text}:00+07:00")),
        _ => Value::from(text.replace("\r\n", "\n")),
    }
}

/// A fault is shown at the field that was typed into; that something is missing, at the field that was left empty.
fn in_place(problem: Problem, places: &Places) -> Problem {
    let Problem::Input(errors) = problem else { return problem };
    let placed = errors.into_iter().map(|error| {
        let known = places.get(&error.pointer).cloned().unwrap_or_else(|| error.pointer.clone());
        let missing = (error.code == "missing").then(|| error.en.split('`').nth(1)).flatten();
        let pointer = missing.map_or_else(|| known.clone(), |field| format!("{known}/{field}"));
        InputError { pointer, ..error }
    });
    Problem::Input(placed.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{Line, Prose};
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Whole {
        who: Who,
        #[serde(default)]
        parts: Vec<Part>,
        #[serde(default)]
        note: Prose<20>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Who {
        name: Line<5>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Part {
        code: String,
        copies: u16,
        #[serde(default)]
        paid: bool,
    }

    fn read(pairs: &[(&str, &str)]) -> Result<Whole, Problem> {
        let typed =
            Typed(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
        Sent::of(typed).read()
    }

    fn pointer(problem: Result<Whole, Problem>) -> String {
        match problem {
            Err(Problem::Input(errors)) => errors[0].pointer.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn names_are_places() {
        let whole = read(&[
            ("/who/name", "An"),
            ("/parts/0/code", ""),
            ("/parts/2/code", "b"),
            ("/parts/2/copies:int", "3"),
            ("/parts/2/paid:bool", "true"),
            ("/parts/10/code", "c"),
            ("/parts/10/copies:int", "1"),
            ("/note", "một\r\nhai"),
        ])
        .expect("whole");
        assert_eq!((whole.who.name.as_str(), whole.note.as_str()), ("An", "một\nhai"));
        let parts: Vec<_> =
            whole.parts.iter().map(|part| (part.code.as_str(), part.copies, part.paid)).collect();
        assert_eq!(parts, [("b", 3, true), ("c", 1, false)]);
    }

    #[test]
    fn what_is_chosen_several_times_is_a_list_and_so_is_what_is_not_chosen() {
        #[derive(Debug, Deserialize)]
        struct Chosen {
            some: Vec<String>,
            none: Vec<String>,
        }
        let typed = Typed::default().with("/some", "a").with("/some", "b");
        let sent = Sent::of(typed);
        let chosen: Chosen = sent.several("/some").several("/none").read().expect("lists");
        assert_eq!((chosen.some, chosen.none), (vec!["a".to_owned(), "b".to_owned()], vec![]));
    }

    #[test]
    fn a_fault_is_shown_at_its_field() {
        assert_eq!(pointer(read(&[("/who/name", "quá dài")])), "/who/name");
        assert_eq!(
            pointer(read(&[("/who/name", "An"), ("/parts/7/copies:int", "x"), ("/parts/7/code", "b")])),
            "/parts/7/copies:int"
        );
    }

    #[test]
    fn what_is_missing_is_shown_at_the_empty_field() {
        assert_eq!(pointer(read(&[("/who/name", "  "), ("/who/x", "")])), "/who");
        assert_eq!(pointer(read(&[("/who/name", "An"), ("/parts/7/copies:int", "1")])), "/parts/7/code");
    }
}
