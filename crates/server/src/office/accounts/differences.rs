//! What becomes otherwise with an account, as it is written down for ever: no password, and of phone and e-mail only that
//! they changed, since a person's own data must be able to go.

use store::accounts::Kept;
use store::office::Change;

/// A part of an account: its name, and how it is read.
type Part = (&'static str, fn(&Kept) -> String);

/// What becomes otherwise, from nothing where the account is new.
pub(super) fn differences(from: Option<&Kept>, to: &Kept) -> Vec<Change> {
    let of = |said: fn(&Kept) -> String| (from.map(said).unwrap_or_default(), said(to));
    let open: [Part; 6] = [
        ("username", |kept| kept.account.username.clone()),
        ("name", |kept| kept.account.name.clone()),
        ("agency", |kept| kept.account.agency.to_string()),
        ("roles", roles),
        ("fields", |kept| listed(&kept.account.fields)),
        ("position", |kept| kept.contact.position.clone()),
    ];
    let personal: [Part; 2] =
        [("phone", |kept| kept.contact.phone.clone()), ("email", |kept| kept.contact.email.clone())];
    let open = open.into_iter().filter_map(|(what, said)| {
        let (from, to) = of(said);
        Change::of(what, from, to)
    });
    let personal = personal.into_iter().filter_map(|(what, said)| {
        let (from, to) = of(said);
        Change::of(what, from, to).map(|_| Change {
            what: what.to_owned(),
            from: String::new(),
            to: String::new(),
        })
    });
    open.chain(personal).collect()
}

fn roles(kept: &Kept) -> String {
    let mut roles: Vec<String> = kept.account.roles.iter().map(ToString::to_string).collect();
    roles.sort_unstable();
    listed(&roles)
}

/// Of a list nobody cares for the order.
fn listed(words: &[String]) -> String {
    let mut words = words.to_vec();
    words.sort_unstable();
    words.join("\n")
}
