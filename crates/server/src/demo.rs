//! What the demo shows: the sample province, an account per role, a dossier accepted a moment ago, one whose rescheduling
//! waits for the head, and one that several agencies work on side by side.

use crate::app::App;
use crate::execute::{Act, Done, Target, execute_and_wait};
use crate::facts::facts_of;
use crate::http::{Problem, Terms};
use crate::{auth, province};
use catalog::{Channel, Version};
use deadline::Proposal;
use dossier::Command;
use intake::{Applicant, ApplicantKind, Handed, Notify, Submit};
use kernel::{Actor, DossierId, PersonId, ProcedureCode, Role, StepCode, UserId};
use std::sync::Arc;
use store::accounts::{self, Account};
use store::people::Person;
use store::query::{Ref, Scope};

/// An account of the demo; its password is `motcua-demo-` and its name.
pub struct DemoAccount {
    /// The name it signs in with.
    pub username: &'static str,
    /// The person's name.
    pub name: &'static str,
    /// Its agency.
    pub agency: &'static str,
    /// Its role.
    pub role: Role,
}

const COMMUNE: &str = "H32.10";
const POLICE: &str = "G01.32.10";
const INSURANCE: &str = "G24.32.1";

/// An account per role, and those who work on the interlinked dossier elsewhere.
pub const ACCOUNTS: [DemoAccount; 11] = [
    account("clerk", "Trần Thị Một", COMMUNE, Role::Clerk),
    account("officer", "Lê Văn Hai", COMMUNE, Role::Officer),
    account("leader", "Phạm Thị Ba", COMMUNE, Role::Leader),
    account("deputy", "Hoàng Văn Tư", COMMUNE, Role::Deputy),
    account("head", "Nguyễn Thị Năm", COMMUNE, Role::Head),
    account("supervisor", "Vũ Văn Sáu", "H32.02", Role::Supervisor),
    account("admin", "Đặng Thị Bảy", "H32", Role::Administrator),
    account("police", "Bùi Văn Tám", POLICE, Role::Officer),
    account("police-head", "Đỗ Thị Chín", POLICE, Role::Head),
    account("insurance", "Hồ Văn Mười", INSURANCE, Role::Officer),
    account("insurance-head", "Ngô Thị Mười Một", INSURANCE, Role::Head),
];

const fn account(
    username: &'static str,
    name: &'static str,
    agency: &'static str,
    role: Role,
) -> DemoAccount {
    DemoAccount { username, name, agency, role }
}

/// What there is to try.
pub struct Sample {
    /// How many procedures are published.
    pub procedures: usize,
    /// A dossier's number.
    pub code: String,
    /// Its secret.
    pub secret: String,
    /// The number of a dossier whose rescheduling waits for the head's signature.
    pub waiting: String,
    /// The number of a dossier that the police and social insurance work on side by side.
    pub interlinked: String,
}

/// Makes the demo ready. Done again on the same database it adds only dossiers.
///
/// # Errors
/// The database; a province that isn't sound.
pub fn prepare(app: &App) -> Result<Sample, Problem> {
    let lines = province::take_in(&app.store, app.clock.now())?;
    app.directory.forget();
    let people = ACCOUNTS.iter().map(|demo| open_account(app, demo)).collect::<Result<Vec<_>, _>>()?;
    let [clerk, officer, _, _, head, ..] = people.as_slice() else {
        return Err(Problem::Fault("the demo has no clerk, officer and head".to_owned()));
    };
    let (id, code) = a_dossier(app, clerk, SAMPLE)?;
    let waiting = waiting_for_the_head(app, clerk, officer)?;
    let interlinked = side_by_side(app, clerk, officer, head)?;
    Ok(Sample { procedures: lines.len(), code, secret: app.keys.secret_of(id), waiting, interlinked })
}

fn open_account(app: &App, demo: &DemoAccount) -> Result<Account, Problem> {
    if let Some(account) = app.store.read(|db| accounts::by_username(db, demo.username))? {
        return Ok(account);
    }
    let account = Account {
        id: UserId(app.clock.id()),
        username: demo.username.to_owned(),
        password_hash: auth::hash(&format!("motcua-demo-{}", demo.username))?,
        name: demo.name.to_owned(),
        agency: demo.agency.parse().map_err(|why: kernel::BadCode| Problem::Fault(why.to_string()))?,
        roles: vec![demo.role],
        fields: entrusted(demo.role),
        active: true,
    };
    let (kept, at, position) = (account.clone(), app.clock.now(), position(demo.role));
    app.store.write(move |db| {
        accounts::add(db, &kept, at)?;
        accounts::appoint(db, kept.id, position)
    })?;
    Ok(account)
}

/// What stands under the letters of the ward; of other agencies what the role is called.
fn position(role: Role) -> &'static str {
    match role {
        Role::Head => "Chủ tịch",
        Role::Deputy => "Phó Chủ tịch",
        _ => "",
    }
}

/// The field of the sample dossier is the deputy's.
fn entrusted(role: Role) -> Vec<String> {
    if role == Role::Deputy { vec!["Hộ tịch".to_owned()] } else { Vec::new() }
}

/// Submitted and accepted by the clerk.
fn a_dossier(app: &App, clerk: &Account, procedure: &str) -> Result<(DossierId, String), Problem> {
    let procedure: ProcedureCode =
        procedure.parse().map_err(|why: kernel::BadCode| Problem::Fault(why.to_string()))?;
    let version = app.directory.current(&procedure)?.ok_or(Problem::NotFound)?;
    let actor = Actor::Staff(clerk.staff());
    let id = DossierId(app.clock.id());
    execute_and_wait(app, &handed_in(app, &actor, id, version, clerk))?;
    let done = acted(app, clerk, id, intake::Command::Accept)?;
    let accepted = done.dossier.state.intake.accepted.ok_or(Problem::NotFound)?;
    Ok((id, accepted.number.to_string()))
}

/// Handed on by the clerk; the officer says that it will be late, and proposes the latest lawful appointment.
fn waiting_for_the_head(app: &App, clerk: &Account, officer: &Account) -> Result<String, Problem> {
    let (id, code) = a_dossier(app, clerk, SAMPLE)?;
    let state = acted(app, clerk, id, done("tiep-nhan")?)?.dossier.state;
    let (_, facts) = facts_of(app, &Actor::Staff(officer.staff()), &state)?;
    let latest = dossier::may(&state, &facts).into_iter().find_map(|act| match act {
        dossier::Act::Reschedule { latest_lawful, .. } => Some(latest_lawful),
        _ => None,
    });
    let proposal = Proposal {
        reason: "Phải xác minh ở nơi cư trú trước đây của người yêu cầu".to_owned(),
        to: latest.ok_or(Problem::NotFound)?,
        apology: "Ủy ban nhân dân phường xin lỗi vì chưa trả kết quả đúng hẹn và xin hẹn lại.".to_owned(),
    };
    acted(app, officer, id, deadline::Command::Propose(proposal))?;
    Ok(code)
}

/// The birth is registered and signed, and the dossier handed over to the police and social insurance at once.
fn side_by_side(app: &App, clerk: &Account, officer: &Account, head: &Account) -> Result<String, Problem> {
    let (id, code) = a_dossier(app, clerk, BUNDLE)?;
    acted(app, officer, id, done("dang-ky")?)?;
    acted(app, head, id, done("ky-khai-sinh")?)?;
    acted(app, clerk, id, done("chuyen-lien-thong")?)?;
    Ok(code)
}

fn acted(app: &App, by: &Account, id: DossierId, command: impl Into<Command>) -> Result<Done, Problem> {
    let on = Target::Known(Scope::of(&by.staff()), Ref::Id(id));
    execute_and_wait(app, &Act::new(Actor::Staff(by.staff()), on, command, Terms::default()))
}

fn done(step: &str) -> Result<routing::Command, Problem> {
    let step: StepCode = step.parse().map_err(|why: kernel::BadCode| Problem::Fault(why.to_string()))?;
    Ok(routing::Command::Done(routing::Completion::of(step)))
}

/// The procedure of the dossier to try: a certificate of marital status.
const SAMPLE: &str = "1.004873";
/// The birth bundle: birth, residence and health insurance.
const BUNDLE: &str = "2.000986";

fn handed_in(app: &App, actor: &Actor, id: DossierId, version: Arc<Version>, clerk: &Account) -> Act {
    let case = version.content().cases[0].code.clone();
    let person = PersonId(app.clock.id());
    let components = version.components_of(&case).map(|component| Handed {
        component: component.code.clone(),
        form: component.any_of[0].form,
        copies: component.any_of[0].count,
        file: None,
        paper_only_reason: Some("Bản giấy để thử".to_owned()),
    });
    let applicant = Applicant {
        kind: ApplicantKind::Citizen,
        name: "Nguyễn Văn Thử".to_owned(),
        identity: "000000000001".to_owned(),
        phone: "0000000001".to_owned(),
        email: "nguyen.van.thu@vi-du.invalid".to_owned(),
        address: "Số 1 đường Thử, tỉnh Mẫu".to_owned(),
    };
    let submit = Submit {
        agency: clerk.agency.clone(),
        case: case.clone(),
        channel: Channel::Counter,
        person,
        request: "Hồ sơ để thử".to_owned(),
        components: components.collect(),
        notify: Notify::default(),
        applicant,
    };
    let details = Person::applicant(person, &submit.applicant, &submit.request);
    let on = Target::New { id, version, case, agency: clerk.agency.clone() };
    Act::new(actor.clone(), on, intake::Command::Submit(Box::new(submit)), Terms::default()).with(details)
}
