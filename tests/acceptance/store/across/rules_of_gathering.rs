//! One request for all agencies stands in the database too: no hand-written SQL gets past it, on either side of its edge.

use super::{gathered, gathering};
use crate::store::rules::refused_by;
use crate::store::rules_of_time::against;
use kernel::{Role, Rule};
use store::StoreError;
use testkit::db::TestDb;
use testkit::life::{Life, asks};
use testkit::province::{BESIDE, COORDINATOR, COUNTER, lenient_bundle};

/// The bundle's gathering opened on Friday 20 November 2026 at 11:15; agencies are heard until Monday is over.
const OPENED: &str = "2026-11-20T04:15:00.000000Z";
const LAST_HEARD: &str = "2026-11-23T16:59:59.999999Z";
const OVER: &str = "2026-11-23T17:00:00.000000Z";

/// Writes a request, or a notice, of the one dossier there is.
fn request(db: &TestDb, kind: &str, at: &str) -> Result<(), StoreError> {
    let due = if kind == "supplement" { "'2026-12-08T10:30:00.000000Z'" } else { "null" };
    db.raw_sql(&format!(
        "delete from requests;
         insert into requests (dossier_id, kind, ordinal, at, asked_by, items, due, after_term, exception)
         select id, '{kind}', 1, '{at}', applicant, 1, {due}, false, null from dossiers"
    ))
}

fn set(db: &TestDb, what: &str) -> Result<(), StoreError> {
    db.raw_sql(&format!("update needs set {what}"))
}

testkit::on_both_databases! {
    fn no_request_goes_out_while_an_agency_is_waited_for(db: &TestDb) {
        let store = db.store();
        gathering(&store);
        assert_eq!(db.lines("select state as line from needs order by agency"), ["waiting", "stated", "waiting"]);
        for at in [OPENED, LAST_HEARD] {
            against(Rule::OneRequestForAllAgencies, request(db, "supplement", at));
        }
        request(db, "supplement", "2026-11-20T04:14:59.999999Z").unwrap();
        request(db, "supplement", OVER).unwrap();
    }

    fn one_agency_that_is_still_waited_for_is_enough(db: &TestDb) {
        let store = db.store();
        let mut life = gathering(&store);
        life.by(Role::Officer, BESIDE, asks::no_needs());
        against(Rule::OneRequestForAllAgencies, request(db, "supplement", LAST_HEARD));
        life.by(Role::Clerk, COUNTER, asks::no_needs());
        request(db, "supplement", LAST_HEARD).unwrap();
    }

    fn silence_is_none_only_once_the_time_to_speak_is_over(db: &TestDb) {
        let store = db.store();
        gathering(&store);
        set(db, "state = 'silent' where state = 'waiting'").unwrap();
        against(Rule::OneRequestForAllAgencies, request(db, "supplement", LAST_HEARD));
        request(db, "supplement", OVER).unwrap();
    }

    fn guidance_waits_for_nobody(db: &TestDb) {
        let store = db.store();
        gathering(&store);
        for at in [OPENED, LAST_HEARD, OVER] {
            request(db, "guidance", at).unwrap();
        }
    }

    fn another_dossiers_gathering_holds_up_nobody(db: &TestDb) {
        let store = db.store();
        gathering(&store);
        Life::accepted(&store).ask_supplement();
        assert_eq!(db.rows("requests").len(), 1);
    }

    fn an_agency_states_once_what_it_needs_in_a_gathering(db: &TestDb) {
        let store = db.store();
        gathered(&store);
        let again = |gathering: u8| db.raw_sql(&format!(
            "insert into needs select dossier_id, {gathering}, agency, asked_at, heard_until, state, stated_at, stated_by,
             items + 1 from needs where gathering = 1 and agency = '{COORDINATOR}'"
        ));
        against(Rule::OneRequestForAllAgencies, again(1));
        against(Rule::OneRequestForAllAgencies, set(db, &format!("agency = '{BESIDE}' where agency = '{COUNTER}'")));
        again(2).unwrap();
    }

    fn what_is_stated_is_whole(db: &TestDb) {
        let store = db.store();
        gathering(&store);
        let (waiting, stated) = ("where state = 'waiting'", "where state = 'stated'");
        for what in ["stated_at = asked_at", "stated_by = dossier_id", "items = 1", "state = 'stated'"] {
            refused_by(set(db, &format!("{what} {waiting}")), "stated_whole");
        }
        for what in ["stated_at = null", "stated_by = null", "state = 'waiting'", "state = 'silent'"] {
            refused_by(set(db, &format!("{what} {stated}")), "stated_whole");
        }
        set(db, &format!("items = 0 {stated}")).unwrap();
        let whole = "state = 'stated', stated_at = asked_at, stated_by = dossier_id, items = 0";
        set(db, &format!("{whole} {waiting}")).unwrap();
    }

    fn an_agency_is_heard_until_its_time_is_over(db: &TestDb) {
        let store = db.store();
        gathered(&store);
        assert!(db.rows("needs").iter().all(|row| !row.contains("waiting")));
        set(db, "stated_at = heard_until").unwrap();
        refused_by(set(db, &format!("stated_at = '{OVER}'")), "stated_in_time");
    }

    fn a_second_request_by_the_fields_own_law_hears_all_again(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: lenient_bundle(), ..Life::new(&store) };
        life.submit();
        life.accept();
        for _ in 0..2 {
            life.by(Role::Officer, COUNTER, asks::supplement_for("Ảnh mờ"));
            let refused = life.try_act(&life.clerk(), asks::issue()).unwrap_err();
            assert!(refused.to_string().contains("one-request-for-all-agencies"), "{refused}");
            life.by(Role::Leader, COORDINATOR, asks::no_needs());
            life.by(Role::Clerk, BESIDE, asks::no_needs());
            life.by(Role::Clerk, COUNTER, asks::issue());
            life.supply();
        }
        assert_eq!((db.rows("requests").len(), db.rows("needs").len()), (2, 6));
    }
}
