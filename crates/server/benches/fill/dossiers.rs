//! Dossiers by their place in the row: the same ones each time, with nothing random in them and no clock.

use crate::place::{COMMUNES, Clerk, Place};
use catalog::Channel;
use dossier::{Command, Facts};
use intake::{Applicant, ApplicantKind, Handed, Notify, Submit};
use kernel::{Actor, CaseCode, DossierId, PersonId};
use std::sync::Arc;
use store::log::{self, Append, Loaded, Numbering};
use store::people::{Part, Person};
use store::{Db, StoreError};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// What becomes of a dossier.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// Submitted and accepted.
    Accepted,
    /// Submitted, to be accepted under load.
    Submitted,
}

/// Makes dossiers.
pub(crate) struct Maker(pub(crate) Place);

/// So many a day at each commune.
const A_DAY: u32 = 50;
const FIRST_DAY: OffsetDateTime = datetime!(2026-01-01 9:00 +7);

impl Maker {
    /// Writes the `n`th dossier of its kind; a line about it.
    pub(crate) fn write(&self, db: &mut Db, kind: Kind, n: u32) -> Result<String, StoreError> {
        let one = One { place: &self.0, clerk: &self.0.clerks[(n % COMMUNES) as usize], kind, n };
        let submitted = one.submit(db)?;
        match kind {
            Kind::Submitted => Ok(format!("submitted {} {}", submitted.id, one.clerk.agency)),
            Kind::Accepted => one.accept(db, submitted),
        }
    }
}

/// One of them.
struct One<'a> {
    place: &'a Place,
    clerk: &'a Clerk,
    kind: Kind,
    n: u32,
}

impl One<'_> {
    fn submit(&self, db: &mut Db) -> Result<Loaded, StoreError> {
        let submit = self.submission();
        let person = details(&submit);
        let command = intake::Command::Submit(Box::new(submit)).into();
        self.act(db, Loaded::nothing(DossierId(self.id(0))), command, vec![person])
    }

    fn accept(&self, db: &mut Db, submitted: Loaded) -> Result<String, StoreError> {
        let accepted = self.act(db, submitted, intake::Command::Accept.into(), Vec::new())?;
        let accepted = accepted.state.intake.accepted.expect("it was accepted");
        Ok(format!("accepted {}", accepted.number))
    }

    fn act(
        &self,
        db: &mut Db,
        before: Loaded,
        command: Command,
        people: Vec<Person>,
    ) -> Result<Loaded, StoreError> {
        let facts = self.facts();
        let numbering = Numbering { agency: self.clerk.agency.clone(), day: facts.now().date() };
        let state = before.state.clone();
        let append = Append {
            before,
            actor: self.actor(),
            at: facts.now(),
            numbering: command.draws_a_number().then_some(numbering),
            decide: Arc::new(move |ordinal| {
                dossier::decide(&state, &facts.clone().with_ordinal(ordinal), command.clone())
            }),
            people,
            caller: None,
            outgoing: vec![self.id(2)],
        };
        log::append(db, &append).map(|(after, _)| after)
    }

    fn facts(&self) -> Facts {
        let (agency, version) = (self.clerk.agency.clone(), self.place.version.clone());
        let at = FIRST_DAY + Duration::days(i64::from(self.n / COMMUNES / A_DAY));
        let calendars = self.place.calendars(&agency);
        Facts::new(self.actor(), at, version, self.case(), agency, calendars).expect("a day of 2026")
    }

    fn actor(&self) -> Actor {
        Actor::Staff(self.clerk.staff.clone())
    }

    fn case(&self) -> CaseCode {
        self.place.version.content().cases[0].code.clone()
    }

    /// An id that tells what it is of: as `xtask/src/bench/pgbench.rs` writes it too.
    fn id(&self, of: u32) -> Uuid {
        let kind = match self.kind {
            Kind::Accepted => "0190",
            Kind::Submitted => "0191",
        };
        let text = format!("{kind}0000-0000-7000-800{of}-{:012}", self.n);
        text.parse().expect("an id")
    }

    fn submission(&self) -> Submit {
        let case = self.case();
        let components = self.place.version.components_of(&case).map(|component| Handed {
            component: component.code.clone(),
            form: component.any_of[0].form,
            copies: component.any_of[0].count,
            file: None,
            paper_only_reason: Some("Bản giấy để thử".to_owned()),
        });
        Submit {
            components: components.collect(),
            agency: self.clerk.agency.clone(),
            case,
            channel: Channel::Counter,
            person: PersonId(self.id(1)),
            applicant: self.applicant(),
            request: "Hồ sơ để thử".to_owned(),
            notify: Notify::default(),
        }
    }

    fn applicant(&self) -> Applicant {
        Applicant {
            kind: ApplicantKind::Citizen,
            name: format!("Nguyễn Văn Thử {}", self.n),
            identity: format!("{:012}", self.n),
            phone: format!("09{:08}", self.n),
            email: String::new(),
            address: "Số 1 đường Thử, tỉnh Mẫu".to_owned(),
        }
    }
}

fn details(submit: &Submit) -> Person {
    let applicant = &submit.applicant;
    Person {
        id: submit.person,
        part: Part::Applicant,
        kind: Some(applicant.kind.as_str().to_owned()),
        name: applicant.name.clone(),
        identity: applicant.identity.clone(),
        phone: applicant.phone.clone(),
        email: applicant.email.clone(),
        address: applicant.address.clone(),
        request: submit.request.clone(),
    }
}
