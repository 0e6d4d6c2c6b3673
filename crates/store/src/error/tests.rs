use super::*;

fn said(kind: DatabaseErrorKind, words: &str) -> StoreError {
    StoreError::Database(DieselError::DatabaseError(kind, Box::new(words.to_owned())))
}

#[test]
fn a_full_a_locked_and_a_vanished_database_are_outages() {
    for words in CANNOT_SERVE {
        assert!(said(DatabaseErrorKind::Unknown, &format!("database or {words}")).is_outage(), "{words}");
    }
    assert!(said(DatabaseErrorKind::ClosedConnection, "").is_outage());
    assert!(StoreError::NotCommitted("disk is full".to_owned()).is_outage());
}

#[test]
fn an_outage_at_the_commit_is_one_too() {
    let full = DieselError::DatabaseError(DatabaseErrorKind::Unknown, Box::new("disk is full".to_owned()));
    let error = DieselError::RollbackErrorOnCommit {
        rollback_error: Box::new(DieselError::RollbackTransaction),
        commit_error: Box::new(full),
    };
    assert!(StoreError::Database(error).is_outage());
}

#[test]
fn a_broken_constraint_is_no_outage() {
    let error =
        said(DatabaseErrorKind::CheckViolation, "CHECK constraint failed: complete-before-acceptance");
    assert!(!error.is_outage());
    assert_eq!(error.constraint(), Some("complete-before-acceptance"));
}

#[test]
fn a_trigger_that_speaks_for_a_unique_constraint_is_heard() {
    let words = "UNIQUE constraint failed: events_once".to_owned();
    assert!(is_twin(&DieselError::DatabaseError(DatabaseErrorKind::Unknown, Box::new(words))));
}

#[test]
fn a_constraint_with_a_rules_name_is_that_rule() {
    let check = said(DatabaseErrorKind::CheckViolation, "CHECK constraint failed: extension-within-third");
    assert!(
        matches!(check.into_rule(), StoreError::Broken(broken) if broken.rule == Rule::ExtensionWithinThird)
    );
    let twin = said(DatabaseErrorKind::UniqueViolation, "UNIQUE constraint failed: reschedules.dossier_id");
    assert_eq!(twin.rule(), Some(Rule::RescheduleOnce));
    let other = said(DatabaseErrorKind::CheckViolation, "CHECK constraint failed: ended_whole");
    assert!(matches!(other.into_rule(), StoreError::Database(_)));
}
