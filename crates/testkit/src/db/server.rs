//! A database on the PostgreSQL that `cargo xtask test` starts.

use diesel::connection::SimpleConnection;
use std::env;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Address, Db, migrate};

/// A database of its own.
pub(super) struct Database {
    name: String,
}

impl Database {
    /// A copy of a template that each process of tests makes once. The template goes with the server.
    pub(super) fn migrated() -> Self {
        static TEMPLATE: OnceLock<String> = OnceLock::new();
        let template = TEMPLATE.get_or_init(make_template);
        Self::create(&format!("template {template}"))
    }

    pub(super) fn empty() -> Self {
        Self::create("")
    }

    fn create(how: &str) -> Self {
        let name = unique_name("test");
        as_keeper(&format!("create database {name} {how}"));
        Self { name }
    }

    pub(super) fn url(&self) -> String {
        url(&self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        as_keeper(&format!("drop database if exists {} with (force)", self.name));
    }
}

fn make_template() -> String {
    let name = unique_name("template");
    as_keeper(&format!("create database {name}"));
    migrate::migrate(&mut connect(&name)).expect("the migrations run");
    name
}

/// A name that no other process on the same server draws either.
fn unique_name(what: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    static PROCESS: OnceLock<u64> = OnceLock::new();
    let process = PROCESS.get_or_init(|| RandomState::new().build_hasher().finish());
    format!("motcua_{what}_{process:016x}_{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

fn as_keeper(sql: &str) {
    connect("postgres").batch_execute(sql).unwrap_or_else(|why| panic!("{sql}: {why}"));
}

fn connect(name: &str) -> Db {
    let address = Address::read(&url(name)).expect("MOTCUA_TEST_POSTGRES is postgres://user@host:port");
    address.connect().unwrap_or_else(|why| panic!("no PostgreSQL at MOTCUA_TEST_POSTGRES: {why}"))
}

fn url(name: &str) -> String {
    match env::var("MOTCUA_TEST_POSTGRES") {
        Ok(server) => format!("{server}/{name}"),
        Err(_) => panic!("there is no PostgreSQL to test on: run `cargo xtask test`, which starts one"),
    }
}
