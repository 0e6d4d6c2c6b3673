//! The whole server in the test's own process, on a database of the test's own, with a clock that stands until it is
//! moved.

mod across;
mod agency;
mod answer;
mod browserless;
mod client;
mod ground;
mod in_time;
mod personas;
mod sink;
mod submission;
pub mod upload;

pub use agency::Agency;
pub use answer::Answer;
pub use browserless::{Browserless, Page, Sending};
pub use client::{Call, Client};
pub use ground::{INACTIVE, PASSWORD, another, username};
pub use personas::{Clerk, Head, Holder, Officer, Receipt};
pub use sink::{Fate, Sink};
pub use submission::{PERSONAL, Submission};

use crate::db::TestDb;
use crate::province::{code, staff};
use actix_web::dev::ServerHandle;
use actix_web::{rt, web};
use calendar::{Calendar, CalendarData};
use kernel::{Role, Staff};
use server::app::App;
use server::clock::Clock;
use server::config::Config;
use server::files::Shelf;
use server::http::Problem;
use server::keys::Keys;
use server::notices::{self, Post};
use server::office::{Keeper, calendars};
use server::printing::Office;
use server::serve::{Stops, server};
use server::worker::recounts::{self, Touched};
use server::worker::{self, Round};
use sink::Killed;
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use store::Store;
use tempfile::TempDir;
use time::format_description::well_known::Rfc3339;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// Where most dossiers of a test come to: a ward of the sample province.
pub const WARD: &str = "H32.10";
/// Another counter, which has no business with the ward's dossiers.
pub const COMMUNE: &str = "H32.11";
/// A plain procedure that both receive: clerk, officer, head.
pub const CERTIFICATE: &str = "1.004873";
/// A plain procedure of one day that both receive.
pub const BIRTH: &str = "1.001193";
/// The interlinked birth bundle that both receive: the ward, then its police beside social insurance, then the ward.
pub const BUNDLE: &str = "2.000986";
/// The [`WARD`]'s police, who work a leg of its bundles.
pub const POLICE: &str = "G01.32.10";
/// The social insurance, which works a leg of all bundles.
pub const INSURANCE: &str = "G24.32.1";
/// When tests begin: a Monday morning.
pub const MONDAY: OffsetDateTime = datetime!(2026-11-16 08:00 +7);
/// The master key of every server under test.
pub const MASTER: [u8; 32] = [7; 32];

/// The server on a free port of this machine, with the sample province and its staff; stopped when this value is
/// dropped.
pub struct TestApp {
    app: web::Data<App>,
    url: String,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
    sink: Sink,
    shelf: Arc<TempDir>,
}

impl TestApp {
    /// A server on `db` at [`MONDAY`], with limits that no test reaches.
    ///
    /// # Panics
    /// Where it can't be started.
    pub fn on(db: &TestDb) -> Self {
        Self::with(db, |_| ())
    }

    /// The same with another configuration.
    ///
    /// # Panics
    /// Where it can't be started.
    pub fn with(db: &TestDb, change: impl FnOnce(&mut Config)) -> Self {
        ground::lay(db);
        let shelf = tempfile::tempdir().expect("a folder");
        let mut config = generous();
        config.letters.files = shelf.path().join("letters").display().to_string();
        config.files.folder = shelf.path().join("files").display().to_string();
        change(&mut config);
        Self::process(db, config, Clock::set_to(MONDAY), Sink::default(), Arc::new(shelf))
    }

    /// Another process on the same database and with the same configuration, by the same clock, whose messages go the same
    /// way out.
    ///
    /// # Panics
    /// Where it can't be started.
    pub fn beside(&self, db: &TestDb) -> Self {
        Self::process(db, self.app.config.clone(), self.clock(), self.sink.clone(), Arc::clone(&self.shelf))
    }

    fn process(db: &TestDb, config: Config, clock: Clock, sink: Sink, shelf: Arc<TempDir>) -> Self {
        let keys = Keys::from_master(&MASTER);
        let post = Post::of(&config.notices, &keys).expect("ways out");
        let post = post.through(Some(Arc::new(sink.clone())), Some(Arc::new(sink.clone())));
        let office = Office::of(&config.letters, &keys).expect("an office");
        let files = Shelf::of(&config.files, &keys).expect("a shelf");
        let app = App::new(config, db.store(), clock, keys, post, office, files);
        Self::start(web::Data::new(app), sink, shelf)
    }

    fn start(app: web::Data<App>, sink: Sink, shelf: Arc<TempDir>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let (tell, told) = mpsc::channel();
        let served = app.clone();
        let thread = thread::spawn(move || {
            let run = async move {
                let server = server(served, listener, Stops::WhenTold).expect("a server");
                tell.send(server.handle()).expect("somebody listens");
                server.await.expect("it runs until it is stopped");
            };
            rt::System::new().block_on(run);
        });
        let handle = told.recv().expect("the server starts");
        Self { app, url, handle, thread: Some(thread), sink, shelf }
    }

    /// Its address, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its store.
    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// People are told what there is to tell, by all of its senders at the same time.
    ///
    /// # Panics
    /// Where the database fails.
    pub fn tell(&self) -> notices::Round {
        let senders = 0..self.app.config.notices.senders.get();
        thread::scope(|scope| {
            let senders: Vec<_> = senders.map(|_| scope.spawn(|| notices::round(&self.app))).collect();
            let rounds =
                senders.into_iter().map(|sender| sender.join().unwrap_or_else(|panic| resume_unwind(panic)));
            rounds.fold(notices::Round::default(), |all, round| added(all, round.expect("a round")))
        })
    }

    /// It is told to stop: it takes nothing more upon itself, though this value still answers.
    pub fn stop(&self) {
        self.app.stop();
    }

    /// What has been told, unless the sink has killed it.
    ///
    /// # Panics
    /// Where the database fails.
    pub fn tell_unless_killed(&self) -> Option<notices::Round> {
        match catch_unwind(AssertUnwindSafe(|| self.tell())) {
            Ok(round) => Some(round),
            Err(panic) if panic.is::<Killed>() => None,
            Err(panic) => resume_unwind(panic),
        }
    }

    /// The key in the address that gateways report to.
    pub fn report_key(&self) -> String {
        self.app.keys.report_key()
    }

    /// The folder in which the bytes of files lie, unless the test keeps them elsewhere.
    pub fn shelf(&self) -> PathBuf {
        self.shelf.path().join("files")
    }

    /// What has gone out to people.
    pub fn sink(&self) -> &Sink {
        &self.sink
    }

    /// What `motcua verify` would find: nothing, where log, chain and query tables agree.
    ///
    /// # Panics
    /// Where the database can't be read.
    pub fn findings(&self) -> Vec<String> {
        crate::db::findings(self.store())
    }

    /// Its clock.
    pub fn clock(&self) -> Clock {
        self.app.clock.clone()
    }

    /// The moment it is there.
    pub fn now(&self) -> OffsetDateTime {
        self.app.clock.now()
    }

    /// The next moment from now at which the [`WARD`] is open, in RFC 3339.
    ///
    /// # Panics
    /// Where its calendar ends.
    pub fn next_open(&self, from_now: Duration) -> String {
        let open = self.calendar().counting_from(self.now() + from_now).expect("the calendar goes on");
        open.format(&Rfc3339).expect("a moment")
    }

    /// Does a round of what a worker does.
    ///
    /// # Panics
    /// Where it fails.
    pub fn work(&self) -> Round {
        worker::round(&self.app).expect("a round")
    }

    /// Takes a calendar in, or only says what it would touch.
    ///
    /// # Errors
    /// One that can't count what is open.
    pub fn change_calendar(&self, data: CalendarData, dry_run: bool) -> Result<Vec<Touched>, Problem> {
        if dry_run {
            return recounts::touched(&self.app, data);
        }
        calendars::take_in(&self.app, &Keeper::default(), data).map(|(_, touched)| touched)
    }

    /// The calendar of the [`WARD`].
    ///
    /// # Panics
    /// Where there is none.
    pub fn calendar(&self) -> Arc<Calendar> {
        let directory = self.app.directory.newest().expect("a province");
        directory.calendar_of(&code(WARD)).expect("a calendar")
    }

    /// Moves its clock on.
    pub fn later(&self, by: Duration) {
        self.app.clock.set(self.now() + by);
    }

    /// Moves its clock to a moment.
    pub fn at(&self, moment: OffsetDateTime) {
        self.app.clock.set(moment);
    }

    /// Somebody without an account.
    pub fn nobody(&self) -> Client {
        Client::new(&self.url)
    }

    /// Somebody signed in, with one role at one agency: the same person each time.
    pub fn someone(&self, role: Role, agency: &str) -> Client {
        self.signed_in(&staff(role, agency))
    }

    /// A clerk.
    pub fn clerk(&self, agency: &str) -> Clerk {
        Clerk(self.someone(Role::Clerk, agency))
    }

    /// An officer of the [`WARD`].
    pub fn officer(&self) -> Officer {
        Officer(self.someone(Role::Officer, WARD))
    }

    /// A second officer of the [`WARD`].
    pub fn another_officer(&self) -> Officer {
        Officer(self.signed_in(&ground::another(Role::Officer, WARD)))
    }

    /// The head of the [`WARD`].
    pub fn head(&self) -> Head {
        Head(self.someone(Role::Head, WARD))
    }

    /// Whoever holds a secret.
    pub fn holder(&self, secret: &str) -> Holder {
        Holder(self.nobody().with_header("Dossier-Secret", secret))
    }

    /// Runs `work` on the server's parts where one single thread may wait for the database: whoever keeps it keeps all
    /// others from it.
    ///
    /// # Panics
    /// Where nothing can be run.
    pub fn with_one_thread_to_wait<T>(&self, work: impl AsyncFnOnce(web::Data<App>) -> T) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build();
        runtime.expect("a runtime").block_on(work(self.app.clone()))
    }

    /// Somebody signed in, whoever it is.
    ///
    /// # Panics
    /// Where no token can be made.
    pub fn signed_in(&self, staff: &Staff) -> Client {
        let (token, _) = self.app.tokens.issue(staff, Uuid::nil(), self.now()).expect("a token");
        self.nobody().with_token(&token)
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // Told at once; what is left to wait for is the thread.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap_or_default();
        }
    }
}

fn added(all: notices::Round, one: notices::Round) -> notices::Round {
    notices::Round {
        spread: all.spread + one.spread,
        sent: all.sent + one.sent,
        again: all.again + one.again,
        heard: all.heard + one.heard,
        failed: all.failed + one.failed,
    }
}

/// Limits that no test reaches, tokens that outlive a clock that is moved by years, and two threads.
fn generous() -> Config {
    const PLENTY: u32 = 1_000_000;
    let mut config = Config::read(None).expect("the defaults are a configuration");
    config.server.workers = 2;
    config.security.access_minutes = 10 * 365 * 24 * 60;
    config.limits.sign_ins_a_minute = PLENTY;
    config.limits.look_ups_a_minute = PLENTY;
    config.limits.submissions_a_minute = PLENTY;
    config
}
