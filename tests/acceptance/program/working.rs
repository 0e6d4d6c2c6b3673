//! A running server has a worker beside it, and the first round is done when it starts.

use super::motcua;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use testkit::app::{CERTIFICATE, TestApp, WARD};
use testkit::db::{TestDb, findings};
use time::macros::datetime;

/// Killed when this value is dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap_or_default();
        self.0.wait().map(drop).unwrap_or_default();
    }
}

testkit::on_both_databases! {
    fn what_was_missed_long_ago_is_put_on_record_by_the_server_itself(db: &TestDb) {
        let app = TestApp::on(db);
        app.at(datetime!(2024-03-04 08:00 +7));
        app.clerk(WARD).take_in(CERTIFICATE);
        drop(app);
        let folder = tempfile::tempdir().unwrap();
        let mut command = motcua(folder.path(), &["serve"]);
        command.env("DATABASE_URL", db.url()).env("MOTCUA_SERVER__LISTEN", "127.0.0.1:0");
        let mut server = Server(command.stderr(Stdio::piped()).spawn().expect("motcua starts"));
        let log = BufReader::new(server.0.stderr.take().expect("its log is ours"));
        let told = log.lines().map_while(Result::ok).find(|line| line.contains("breaches: "));
        assert!(told.is_some_and(|line| line.contains("breaches: 1,")));
        let kinds = db.lines("select kind as line from events order by seq");
        assert_eq!(kinds.last().map(String::as_str), Some("appointment_missed"));
        assert_eq!(findings(&db.store()), [""; 0]);
    }
}
