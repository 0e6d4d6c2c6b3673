//! A provider that is down, or that refuses.

use super::{ACCEPTED, BEFORE, MESSAGES, RESCHEDULED, Ward};
use notify::Failure;
use testkit::app::Fate;
use testkit::db::TestDb;
use time::{Duration, OffsetDateTime};

fn busy() -> Failure {
    Failure::Later { why: "busy".to_owned(), retry_after: None }
}

/// The provider takes nothing until then.
fn down_until(ward: &Ward<'_>, until: OffsetDateTime) {
    let clock = ward.one.clock();
    ward.one.sink().decides(move |_, _| if clock.now() < until { Fate::Fails(busy()) } else { Fate::Taken });
}

testkit::on_both_databases! {
    fn after_an_hour_without_a_provider_everything_goes_out_once(db: &TestDb) {
        let ward = Ward::with_senders(db, 4);
        let back = ward.one.now() + Duration::HOUR;
        down_until(&ward, back);
        ward.look_until_all_is_over();
        assert!(ward.one.now() <= back + Duration::hours(2), "over at {}", ward.one.now());
        assert_eq!(ward.ids("state = 'sent'").len(), MESSAGES);
        ward.nothing_is_lost();
        ward.nobody_is_told_twice();
        ward.nothing_is_taken_twice();
    }

    fn what_the_law_demands_is_a_task_in_time_though_the_provider_is_down_for_days(db: &TestDb) {
        let ward = Ward::with_senders(db, 4);
        down_until(&ward, BEFORE + Duration::days(7));
        while ward.one.now() < BEFORE {
            ward.look();
            ward.one.later(Duration::HOUR);
        }
        let near = ward.tasks(BEFORE + Duration::SECOND);
        assert_eq!(near.iter().filter(|task| task.is_legal).count(), RESCHEDULED);
        ward.look_until_all_is_over();
        ward.nothing_is_lost();
        assert_eq!(ward.tasks(BEFORE).len(), ACCEPTED + RESCHEDULED, "given up after three days");
    }

    fn what_is_refused_is_tried_once_and_the_counters_task(db: &TestDb) {
        let ward = Ward::with_senders(db, 4);
        ward.one.sink().fails(Some(Failure::Never("no such text".to_owned())));
        ward.look();
        assert_eq!(ward.ids("state = 'failed' and attempts = 1").len(), MESSAGES);
        ward.nothing_is_lost();
        assert_eq!(ward.one.sink().messages(), []);
    }
}
