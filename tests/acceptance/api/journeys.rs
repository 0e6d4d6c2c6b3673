//! Every published procedure goes from the counter to the citizen's hands.

use super::walk::{every_case, published, verified};
use testkit::app::TestApp;
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn a_dossier_of_every_case_of_the_province_goes_from_submission_to_return(db: &TestDb) {
        let app = TestApp::on(db);
        let procedures = published(&app);
        assert!(procedures.len() >= 12, "{} procedures", procedures.len());
        let dossiers: usize = procedures.iter().map(|procedure| every_case(&app, procedure)).sum();
        verified(&app);
        assert_eq!(db.lines("select code as line from dossiers where stage = 'returned'").len(), dossiers);
    }
}
