//! Every page as every role: what is shown to whom stands in `access.txt`, a page to be read by a lawyer. The routes are those
//! that stand in the sources: one that isn't tried here is found.

use kernel::Role;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};
use testkit::app::{Browserless, CERTIFICATE, COMMUNE, PERSONAL, Receipt, TestApp, WARD, another};
use testkit::db::TestDb;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/acceptance/pages/access.txt");
const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/server/src/pages");

const LEAVING: &str = "/dang-xuat";

const HEADING: &str = "\
What each may open and send of the pages, of a dossier of one agency: the HTTP status. Made by tests/acceptance/pages/access.rs
and compared with every run; `REWRITE_ACCESS=1 cargo xtask test -- access` writes it anew.

none    no account and no secret            200  shown
own     the dossier's secret                303  led on: to where one signs in (in), or to what was done (on)
                                            403  not with this role; or a form that was made for another browser
                                            404  there is no such thing to be seen
                                            409, 412, 422  the form is shown again: it was empty

Forms are sent with a token of the browser's own and nothing else in them.
";

/// The routes of the pages, as their sources have them.
fn routes() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    read(Path::new(SOURCES), &mut found);
    assert!(found.len() > 30, "{found:?}");
    found
}

fn read(folder: &Path, found: &mut BTreeSet<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            read(&entry, found);
            continue;
        }
        for line in fs::read_to_string(&entry).expect("a source").lines() {
            for (method, sign) in [("GET", "#[get(\""), ("POST", "#[post(\"")] {
                if let Some(path) = line.strip_prefix(sign).and_then(|rest| rest.split('"').next()) {
                    found.insert((path.to_owned(), method.to_owned()));
                }
            }
        }
    }
}

struct Ready {
    receipt: Receipt,
    feedback: String,
    draft: String,
    file: String,
}

impl Ready {
    fn of(app: &TestApp) -> Self {
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let asked = serde_json::json!({ "agency": WARD, "question": "Chờ lâu" });
        let feedback = app.nobody().post("feedback", &asked).is(201).text_at("/number");
        let scan = files::samples::of(files::Kind::Pdf);
        let file =
            app.holder(&receipt.secret).add_file(&receipt.id, "đơn.pdf", &scan).is(201).text_at("/0/id");
        let draft = uuid::Uuid::nil().to_string();
        Self { receipt, feedback, draft, file }
    }

    /// The address of a route, with something that is there in the place of its parameters; what stands in the query that it
    /// can't do without.
    fn address(&self, route: &str) -> String {
        let account = another(Role::Officer, COMMUNE).user.to_string();
        let id = match route {
            _ if route.contains("/tep/") => &self.file,
            _ if route.contains("/tai-khoan/") => &account,
            _ => &self.feedback,
        };
        let code = match route {
            _ if route.starts_with("/thu-tuc") || route.starts_with("/quan-tri/thu-tuc") => CERTIFICATE,
            _ if route.starts_with("/quan-tri/lich") => "khanh-hoa",
            _ if route.starts_with("/quan-tri/co-quan") => COMMUNE,
            _ => &self.receipt.code,
        };
        let address = route
            .replace("{ref}", &self.receipt.id)
            .replace("{code}", code)
            .replace("{procedure}", CERTIFICATE)
            .replace("{draft}", &self.draft)
            .replace("{kind}", "receipt")
            .replace("{act}", "withdrawal")
            .replace("{number}", &self.feedback)
            .replace("{id}", id)
            .replace("{task}", &self.draft)
            .replace("{letter}", "0000-0000-0000")
            .replace("{name}", "front.css");
        match route {
            "/quay/nhan/{procedure}" | "/quay/nhan/{procedure}/kiem-tra" => address + "?truong-hop=cap-moi",
            "/quay/nguoi-nop" => address + "?so=0",
            _ => address,
        }
    }
}

fn answered(browser: &Browserless, method: &str, address: &str) -> (String, String) {
    let answer = if method == "GET" {
        browser.get_once(address)
    } else {
        // A form of the browser's own, with nothing in it but its token.
        let form = browser.get("/dang-nhap").form("/dang-nhap");
        let empty =
            ["_key", "/username", "/password", "toi"].iter().fold(form, |form, name| form.without(name));
        browser.send_once(&empty.to(address))
    };
    let cell = match answer.status {
        303 if answer.path.starts_with("/dang-nhap") => "in".to_owned(),
        303 => "on".to_owned(),
        status => status.to_string(),
    };
    (cell, answer.html)
}

/// Someone who opens pages.
struct Someone {
    heading: String,
    /// None: whoever holds the secret of the very dossier.
    browser: Option<Browserless>,
    /// Whether they may see whose dossier it is.
    sees_people: bool,
}

fn everyone(app: &TestApp) -> Vec<Someone> {
    let nobody = Someone { heading: "none".to_owned(), browser: Some(app.browserless()), sees_people: false };
    let holder = Someone { heading: "own".to_owned(), browser: None, sees_people: true };
    let staff = |agency: &'static str, before: &'static str| {
        Role::ALL.into_iter().map(move |role| Someone {
            heading: format!("{before}{}", &role.as_str()[..role.as_str().len().min(6)]),
            browser: Some(app.at_the_pages(role, agency)),
            sees_people: agency == WARD && Role::AT_WORK.contains(&role),
        })
    };
    [nobody, holder].into_iter().chain(staff(WARD, "")).chain(staff(COMMUNE, "-")).collect()
}

fn table(app: &TestApp) -> String {
    let everyone = everyone(app);
    let shown = Ready::of(app);
    let headings: String = everyone.iter().map(|one| format!("{:>8}", one.heading)).collect();
    let mut lines = BTreeMap::new();
    // Who has left opens nothing any more: that comes last.
    let (leaving, before): (Vec<_>, Vec<_>) = routes().into_iter().partition(|(route, _)| route == LEAVING);
    for (route, method) in before.into_iter().chain(leaving) {
        let cells = everyone.iter().map(|one| {
            // What is sent may change a dossier: each has one of their own.
            let own = (method == "POST").then(|| Ready::of(app));
            let ready = own.as_ref().unwrap_or(&shown);
            let holder = one.browser.is_none().then(|| holding(app, ready));
            let browser = one.browser.as_ref().or(holder.as_ref()).expect("one of both");
            let (cell, text) = answered(browser, &method, &ready.address(&route));
            let names = PERSONAL.iter().any(|value| text.contains(value));
            assert!(one.sees_people || !names, "{method} {route} shows {} a person: {text}", one.heading);
            format!("{cell:>8}")
        });
        let line = format!("{:<46}{}\n", format!("{method} {route}"), cells.collect::<String>());
        lines.insert((route, method), line);
    }
    let lines: String = lines.into_values().collect();
    format!("{HEADING}\n{:<46}{headings}\n{lines}", "")
}

fn holding(app: &TestApp, ready: &Ready) -> Browserless {
    let browser = app.browserless();
    let Receipt { code, secret, .. } = &ready.receipt;
    browser.get_once(&format!("/ho-so/{code}?ma={secret}")).is(303);
    browser
}

testkit::on_both_databases! {
    fn who_may_open_and_send_what(db: &TestDb) {
        let app = TestApp::on(db);
        let made = table(&app);
        if env::var_os("REWRITE_ACCESS").is_some() {
            fs::write(PAGE, &made).expect("the page is written");
        }
        let kept = fs::read_to_string(PAGE).unwrap_or_default();
        assert!(made == kept, "the page has changed: look at it, and write it anew\n{made}");
    }
}
