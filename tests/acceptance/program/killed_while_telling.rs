//! A process that is killed while it sends: another goes on, and what may go out again is no more than one message a sender.

use super::motcua;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use testkit::app::{BIRTH, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

const DOSSIERS: usize = 40;
/// The gateway answers so many; of the next ones it says nothing, and the process is killed.
const ANSWERED: usize = 10;
const SENDERS: usize = 4;

/// What the gateway took, answered or not: the first line of each request.
type Taken = Arc<Mutex<Vec<String>>>;

/// A gateway that answers the first few; its address, what it takes, and when it has fallen silent.
fn gateway() -> (String, Taken, Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/cgi-bin/sendsms", listener.local_addr().unwrap());
    let (taken, (tell, silent)) = (Taken::default(), channel());
    let shared = Arc::clone(&taken);
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (taken, tell) = (Arc::clone(&shared), tell.clone());
            thread::spawn(move || take(&stream, &taken, &tell));
        }
    });
    (url, taken, silent)
}

fn take(mut stream: &TcpStream, taken: &Taken, silent: &Sender<()>) {
    let mut first: Option<String> = None;
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let request = first.get_or_insert(line.clone());
        if !line.is_empty() {
            continue;
        }
        let count = {
            let mut taken = taken.lock().unwrap();
            taken.push(request.clone());
            taken.len()
        };
        if count > ANSWERED {
            silent.send(()).unwrap_or_default();
        } else if stream.write_all(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n").is_err() {
            return;
        }
        first = None;
    }
}

fn sending(db: &TestDb, folder: &tempfile::TempDir, gateway: &str) -> Child {
    let password = folder.path().join("password");
    std::fs::write(&password, "sms-secret").unwrap();
    let mut command = motcua(folder.path(), &["serve"]);
    command
        .env("DATABASE_URL", db.url())
        .env("MOTCUA_SERVER__LISTEN", "127.0.0.1:0")
        .env("MOTCUA_WORKER__EVERY_SECONDS", "0")
        .env("MOTCUA_NOTICES__EVERY_SECONDS", "1")
        .env("MOTCUA_NOTICES__SENDERS", SENDERS.to_string())
        .env("MOTCUA_NOTICES__QUIET_FROM", "00:00")
        .env("MOTCUA_NOTICES__QUIET_UNTIL", "00:00")
        .env("MOTCUA_NOTICES__SMS", "kannel")
        .env("MOTCUA_NOTICES__KANNEL__URL", gateway)
        .env("MOTCUA_NOTICES__KANNEL__PASSWORD_FILE", password);
    command.stderr(Stdio::null()).spawn().expect("motcua starts")
}

testkit::on_both_databases! {
    fn what_a_killed_process_leaves_is_sent_by_another_and_next_to_nothing_again(db: &TestDb) {
        let app = TestApp::on(db);
        let codes: Vec<String> = (0..DOSSIERS).map(|_| app.clerk(WARD).take_in(BIRTH).code).collect();
        let (url, taken, silent) = gateway();
        let folder = tempfile::tempdir().unwrap();
        let mut process = sending(db, &folder, &url);
        silent.recv().unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
        app.at(datetime!(2100-01-04 09:00 +7));
        app.tell();
        let (before, after) = (taken.lock().unwrap().clone(), app.sink().messages());
        let mut twice = 0;
        for code in &codes {
            let before = before.iter().filter(|line| line.contains(code)).count();
            let after = after.iter().filter(|message| message.text.contains(code)).count();
            assert!(before <= 1 && after <= 1 && before + after > 0, "{code}: {before}, then {after}");
            twice += usize::from(before + after > 1);
        }
        assert!((1..=SENDERS).contains(&twice), "{twice} went out again");
    }
}
