//! Numbers of an agency and day: without gaps, without doubles.

use std::thread;
use testkit::db::TestDb;
use testkit::life::Life;
use testkit::province::OTHER_COUNTER;
use time::Duration;

testkit::on_both_databases! {
    fn twenty_who_accept_at_once_get_the_numbers_one_to_twenty(db: &TestDb) {
        let store = db.store();
        let lives: Vec<Life<'_>> = (0..20).map(|_| Life::submitted(&store)).collect();
        let mut ordinals: Vec<u32> = thread::scope(|scope| {
            let accepting: Vec<_> =
                lives.into_iter().map(|mut life| scope.spawn(move || life.accept().ordinal())).collect();
            accepting.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        ordinals.sort_unstable();
        assert!(ordinals.into_iter().eq(1..=20));
        let codes = db.lines("select code as line from dossiers order by code");
        assert_eq!((codes.len(), codes[19].as_str()), (20, "H32.1-261120-0020"));
    }

    fn each_agency_and_each_day_has_a_series_of_its_own(db: &TestDb) {
        let store = db.store();
        let accept = |agency: &str, days: i64| {
            let mut life = Life { agency: agency.to_owned(), ..Life::new(&store) };
            life.now += Duration::days(days);
            life.submit();
            life.accept().to_string()
        };
        assert_eq!(accept("H32.1", 0), "H32.1-261120-0001");
        assert_eq!(accept("H32.1", 0), "H32.1-261120-0002");
        assert_eq!(accept(OTHER_COUNTER, 0), "H32.2-261120-0001");
        assert_eq!(accept("H32.1", 3), "H32.1-261123-0001");
        assert_eq!(accept("H32.1", 0), "H32.1-261120-0003");
    }
}
