//! What a list finds: by number, phone, identity and name, by stage, agency and desk.

use super::scopes::{everything, ids};
use kernel::{DossierId, Role};
use store::Store;
use store::query::{Filter, Scope};
use testkit::db::TestDb;
use testkit::life::Life;
use testkit::province::{COORDINATOR, COUNTER, OTHER_COUNTER, applicant, code, interlinked, staff};

fn submitted(store: &Store, name: &str, phone: &str, identity: &str) -> DossierId {
    let mut applicant = applicant(name);
    phone.clone_into(&mut applicant.phone);
    identity.clone_into(&mut applicant.identity);
    let mut life = Life { applicant, ..Life::new(store) };
    life.submit();
    life.id
}

fn found(store: &Store, q: &str) -> Vec<DossierId> {
    let filter = Filter { q: Some(q.to_owned()), ..everything() };
    ids(store, &Scope::Agency(code(COUNTER)), &filter)
}

testkit::on_both_databases! {
    fn a_dossier_is_found_by_its_number_or_its_beginning(db: &TestDb) {
        let store = db.store();
        let ids: Vec<DossierId> = (0..3).map(|_| Life::accepted(&store).id).collect();
        Life::submitted(&store);
        assert_eq!(found(&store, "H32.1-261120-0002"), [ids[1]]);
        assert_eq!(found(&store, " h32.1-261120-0002 "), [ids[1]]);
        assert_eq!(found(&store, "H32.1-2611"), [ids[2], ids[1], ids[0]]);
        assert_eq!(found(&store, "H32.1-2612"), []);
        assert_eq!(found(&store, "H32._-261120-0002"), []);
    }

    fn a_dossier_is_found_by_the_applicants_phone_or_identity_number(db: &TestDb) {
        let store = db.store();
        let first = submitted(&store, "Lê Văn Tám", "0905000001", "056090000001");
        let second = submitted(&store, "Lê Thị Chín", "0905000002", "B1234567");
        assert_eq!(found(&store, "0905000001"), [first]);
        assert_eq!(found(&store, "056090000001"), [first]);
        assert_eq!(found(&store, "B1234567"), [second]);
        assert_eq!(found(&store, "090500000"), [], "a number counts as a whole");
    }

    fn a_dossier_is_found_by_a_part_of_the_name_without_its_diacritics(db: &TestDb) {
        let store = db.store();
        let first = submitted(&store, "Đặng Thị Hồng Điệp", "0905000001", "056090000001");
        let second = submitted(&store, "Công ty TNHH 319", "0905000002", "056090000002");
        assert_eq!(found(&store, "hong diep"), [first]);
        assert_eq!(found(&store, "ĐẶNG  thị"), [first]);
        assert_eq!(found(&store, "319"), [second]);
        assert_eq!(found(&store, "g t"), [second, first]);
    }

    fn percent_and_underscore_are_meant_as_they_stand(db: &TestDb) {
        let store = db.store();
        submitted(&store, "Lê Văn Tám", "0905000001", "056090000001");
        let odd = submitted(&store, "Sạch 100%_!", "0905000002", "056090000002");
        for q in ["%", "_", "!", "100%", "%_!"] {
            assert_eq!(found(&store, q), [odd], "{q}");
        }
        assert_eq!(found(&store, "L%m"), []);
        assert_eq!(found(&store, "Lê_Văn"), []);
    }

    fn who_collected_the_result_is_not_searched(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        life.accept();
        life.done("tham-dinh", Role::Officer, COUNTER);
        life.grant();
        life.applicant = applicant("Phan Văn Khác");
        life.hand_over();
        assert_eq!(db.rows("people").len(), 2);
        assert_eq!(found(&store, "Phan"), []);
    }

    fn a_list_narrows_by_stage_and_by_agency(db: &TestDb) {
        let store = db.store();
        let submitted = Life::submitted(&store).id;
        let accepted = Life::accepted(&store).id;
        let mut elsewhere = Life { agency: OTHER_COUNTER.to_owned(), ..Life::new(&store) };
        elsewhere.submit();
        let narrowed = |stage: Option<&str>, agency: Option<&str>| {
            let (stage, agency) = (stage.map(str::to_owned), agency.map(str::to_owned));
            ids(&store, &Scope::All, &Filter { stage, agency, ..everything() })
        };
        assert_eq!(narrowed(Some("submitted"), None), [elsewhere.id, submitted]);
        assert_eq!(narrowed(Some("accepted"), Some(COUNTER)), [accepted]);
        assert_eq!(narrowed(None, Some(OTHER_COUNTER)), [elsewhere.id]);
        assert_eq!(narrowed(Some("accepted"), Some(OTHER_COUNTER)), []);
    }

    fn a_desk_holds_what_lies_with_the_persons_role_and_no_one_else_in_particular(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: interlinked(), ..Life::new(&store) };
        life.submit();
        life.accept();
        let on_the_desk_of = |role: Role, agency: &str| {
            let filter = Filter { desk_of: Some(staff(role, agency)), ..everything() };
            ids(&store, &Scope::Agency(code(agency)), &filter)
        };
        assert_eq!(on_the_desk_of(Role::Officer, COUNTER), [life.id]);
        assert_eq!(on_the_desk_of(Role::Head, COUNTER), []);
        assert_eq!(on_the_desk_of(Role::Officer, COORDINATOR), []);
        life.done("tham-dinh", Role::Officer, COUNTER);
        assert_eq!(on_the_desk_of(Role::Officer, COUNTER), []);
        assert_eq!(on_the_desk_of(Role::Officer, COORDINATOR), [life.id]);
    }

    fn what_is_assigned_lies_on_one_persons_desk(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let colleague = kernel::Staff { user: kernel::UserId(testkit::life::new_id()), ..staff(Role::Officer, COUNTER) };
        let assign = routing::Command::Assign { step: code("tham-dinh"), officer: colleague.clone() };
        life.try_act(&testkit::province::actor(Role::Head, COUNTER), assign).unwrap();
        let on_the_desk_of = |staff: kernel::Staff| {
            ids(&store, &Scope::Agency(code(COUNTER)), &Filter { desk_of: Some(staff), ..everything() })
        };
        assert_eq!(on_the_desk_of(colleague), [life.id]);
        assert_eq!(on_the_desk_of(staff(Role::Officer, COUNTER)), []);
    }

    fn what_was_withdrawn_lies_on_nobodys_desk(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        life.try_act(&life.clerk(), intake::Command::Withdraw { reason: "Đổi ý".to_owned() }).unwrap();
        let filter = Filter { desk_of: Some(staff(Role::Officer, COUNTER)), ..everything() };
        assert_eq!(ids(&store, &Scope::Agency(code(COUNTER)), &filter), []);
    }
}
