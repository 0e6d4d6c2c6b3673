//! Every operation as every role: what is allowed stands in `access.txt`, a page to be read by a lawyer. The ward's
//! dossier is asked for by its own staff, by that of an agency which works a leg of the ward's bundles, by another's, by
//! whoever holds its secret or another's, and by nobody.

use super::operations::{ALL, ON_A_BUNDLE, Operation, Ready};
use super::walk::verified;
use kernel::Role;
use serde_json::json;
use std::{env, fs};
use testkit::app::{Answer, CERTIFICATE, COMMUNE, Call, Client, PERSONAL, POLICE, TestApp, WARD};
use testkit::db::TestDb;

/// Someone who asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    Holder,
    OthersHolder,
    Here(Role),
    Police(Role),
    Elsewhere(Role),
}

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/acceptance/api/access.txt");

const HEADING: &str = "\
What each may ask of a dossier of one agency, and what is answered: the HTTP status. Made by tests/acceptance/api/access.rs
and compared with every run; `REWRITE_ACCESS=1 cargo xtask test -- access` writes it anew.

none    no account and no secret            2xx  done, or shown
own     the dossier's secret                401  sign in first, or bring the secret
other   another dossier's secret            403  not with this role
                                            404  there is no such dossier to be seen
                                            409  `right-desk`: it lies with somebody else; `head-approves`; at an agency
                                                 that works a leg, `lead-and-coordinators`, `submit-once`: only the lead does
                                            422  the officer who is named is nobody of one's own agency

The ward's police work a leg of its bundles: what is done with legs, with a supplement of several agencies and with an
endorsement is asked of such a one, as is all of the second part. They were asked for an opinion where one is answered. The
other dossiers of the first part are the ward's alone, and there are none of them for the police.
";

impl Who {
    /// Without an account, of the dossier's agency, of another.
    fn groups() -> [(&'static str, Vec<Who>); 4] {
        [
            ("by secret", vec![Who::Nobody, Who::Holder, Who::OthersHolder]),
            ("of the agency that has the dossier", Role::ALL.map(Who::Here).to_vec()),
            ("of the ward's police, who work a leg of its bundles", Role::ALL.map(Who::Police).to_vec()),
            ("of another agency", Role::ALL.map(Who::Elsewhere).to_vec()),
        ]
    }

    /// The column's heading.
    fn heading(self) -> &'static str {
        match self {
            Who::Nobody => "none",
            Who::Holder => "own",
            Who::OthersHolder => "other",
            Who::Here(role) | Who::Police(role) | Who::Elsewhere(role) => match role {
                Role::Supervisor => "superv",
                Role::Administrator => "admin",
                Role::Clerk | Role::Officer | Role::Leader | Role::Head | Role::Deputy => role.as_str(),
            },
        }
    }

    fn client(self, app: &TestApp, ready: &Ready, other: &str) -> Client {
        match self {
            Who::Nobody => app.nobody(),
            Who::Holder => (*app.holder(ready.secret())).clone(),
            Who::OthersHolder => (*app.holder(other)).clone(),
            Who::Here(role) => app.someone(role, WARD),
            Who::Police(role) => app.someone(role, POLICE),
            Who::Elsewhere(role) => app.someone(role, COMMUNE),
        }
    }

    /// Those who work on the dossier see whose it is. Nobody else does.
    fn may_see_people(self) -> bool {
        let at_work = [Role::Clerk, Role::Officer, Role::Leader, Role::Head, Role::Deputy];
        matches!(self, Who::Here(role) | Who::Police(role) if at_work.contains(&role))
    }

    fn may_write(self) -> bool {
        self.may_see_people() || self == Who::Holder
    }
}

/// What `who` is answered, with everything that must hold whatever the answer is.
fn asked(app: &TestApp, db: &TestDb, operation: &'static Operation, who: Who, other: &str) -> u16 {
    let ready = operation.ready(app);
    let before = events(db);
    let answer = ready.call(&who.client(app, &ready, other)).send();
    let written = events(db) != before;
    let place = || format!("{}: {}", operation.name(), answer.text);
    assert!(who.may_see_people() || !names_a_person(&answer), "{}", place());
    assert!(!written || (answer.status < 300 && writes(operation, who)), "{}", place());
    let of_persons =
        ["right-desk", "head-approves", "lead-and-coordinators", "submit-once"].map(|rule| json!(rule));
    assert!(answer.status != 409 || of_persons.contains(&answer.at("/rule")), "{}", place());
    answer.status
}

/// How many events there are, in digits.
fn events(db: &TestDb) -> Vec<String> {
    db.lines("select cast(count(*) as text) as line from events")
}

fn names_a_person(answer: &Answer) -> bool {
    PERSONAL.iter().any(|value| answer.text.contains(value))
}

/// Another agency's clerk takes in at their own counter; apart from that only those of the dossier write.
fn writes(operation: &Operation, who: Who) -> bool {
    who.may_write() || (operation.name() == "POST /api/v1/dossiers" && who == Who::Elsewhere(Role::Clerk))
}

/// A line of the page: a name, then three groups of cells.
fn row(name: &str, cell: impl Fn(Who) -> String) -> String {
    let group = |whos: &Vec<Who>| whos.iter().map(|who| format!("{:<8}", cell(*who))).collect::<String>();
    let groups = Who::groups().map(|(_, whos)| group(&whos));
    format!("{name:<57}| {}", groups.join("| ")).trim_end().to_owned() + "\n"
}

fn page(app: &TestApp, db: &TestDb) -> String {
    let other = app.clerk(WARD).take_in(CERTIFICATE).secret;
    let groups = Who::groups().map(|(name, whos)| format!("{name:<width$}", width = whos.len() * 8));
    let groups = format!("{:<57}| {}", "", groups.join("| "));
    let headings = row("", |who| who.heading().to_owned());
    let mut page = format!("{HEADING}\n{}\n{headings}", groups.trim_end());
    for operation in &ALL {
        page += &row(&operation.name(), |who| asked(app, db, operation, who, &other).to_string());
    }
    page += "\nOf a bundle that lies with the ward's police:\n";
    for operation in &ON_A_BUNDLE {
        page += &row(&operation.name(), |who| asked(app, db, operation, who, &other).to_string());
    }
    page
}

testkit::on_both_databases! {
    fn each_role_may_do_what_the_page_says_and_no_more(db: &TestDb) {
        let app = TestApp::on(db);
        let page = page(&app, db);
        if env::var_os("REWRITE_ACCESS").is_some() {
            fs::write(PAGE, &page).unwrap();
        }
        let expected = fs::read_to_string(PAGE).unwrap_or_default();
        assert!(page == expected, "access.txt says otherwise:\n{page}");
        verified(&app);
    }

    fn a_dossier_of_another_agency_and_none_at_all_answer_alike(db: &TestDb) {
        let app = TestApp::on(db);
        for operation in ALL.iter().filter(|operation| operation.is_on_a_dossier()) {
            let ready = operation.ready(&app);
            let dossier = ready.dossier.clone().unwrap();
            for role in Role::ALL.into_iter().filter(|role| *role != Role::Supervisor) {
                let stranger = app.someone(role, COMMUNE);
                let answer = |named: &str| {
                    let path = ready.path.replace(&dossier.id, named);
                    ready
                        .body
                        .iter()
                        .fold(stranger.call(operation.method, &path), Call::json)
                        .send()
                        .shown()
                };
                let absent = answer("01938000-0000-7000-8000-000000000000");
                assert_eq!(answer(&dossier.id), absent, "{} as {role}", operation.name());
                assert!(
                    dossier.code.is_empty() || answer(&dossier.code) == absent,
                    "{} as {role}",
                    operation.name()
                );
            }
        }
    }

    fn a_list_holds_nothing_of_another_agency_whatever_is_asked(db: &TestDb) {
        let app = TestApp::on(db);
        let ours = app.clerk(WARD).take_in(CERTIFICATE);
        let stranger = app.clerk(COMMUNE);
        let searches = [
            "",
            "?agency=H32.10",
            "?stage=accepted",
            "?late=false",
            "?q=H32.10",
            "?q=056090007777",
            "?q=nguyen%20thi%20bi%20mat",
            "?desk=mine",
            "?due_before=2027-01-01T00:00:00%2B07:00",
        ];
        for search in searches {
            let listed = stranger.get(&format!("dossiers{search}")).is(200);
            assert_eq!(listed.at("/items"), json!([]), "{search}");
        }
        let searched = |by: &Client| by.get("dossiers?q=056090007777").is(200).at("/items/0/code");
        assert_eq!(searched(&app.clerk(WARD)), ours.code.as_str());
        assert!(
            searched(&app.someone(Role::Supervisor, COMMUNE)).is_null(),
            "a supervisor finds nobody by a number"
        );
    }

    fn nobody_takes_in_for_another_agency(db: &TestDb) {
        let app = TestApp::on(db);
        let mut submission = testkit::app::Submission::complete(&app.nobody(), CERTIFICATE).body;
        submission["agency"] = WARD.into();
        let refused = app.clerk(COMMUNE).post("dossiers", &submission).is(422);
        assert_eq!(refused.at("/errors/0/pointer"), "/agency");
        assert!(db.rows("dossiers").is_empty());
    }

    fn staff_are_shown_their_own_colleagues_only(db: &TestDb) {
        let app = TestApp::on(db);
        let names = |by: &Client| by.get("staff?role=officer").is(200).text;
        assert_eq!(names(&app.clerk(WARD)).matches("officer-h32.10").count(), 2);
        assert!(!names(&app.clerk(COMMUNE)).contains("officer-h32.10"));
    }
}
