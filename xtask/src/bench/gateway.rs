//! An SMS gateway that takes everything and counts it: it speaks as much of Kannel's `sendsms` as is needed for that.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use crate::signals::Signals;

const ACCEPTED: &str = "0: Accepted for delivery";
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);
/// Who sends nothing for so long sends nothing any more.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running gateway. It listens as long as this program runs.
pub(crate) struct Gateway {
    port: u16,
    taken: Taken,
}

/// How many messages have come for each number.
type Taken = Arc<Mutex<HashMap<String, usize>>>;

impl Gateway {
    /// Starts one.
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let (port, taken) = (listener.local_addr()?.port(), Taken::default());
        let shared = Arc::clone(&taken);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let taken = Arc::clone(&shared);
                thread::spawn(move || serve(&stream, &taken));
            }
        });
        Ok(Self { port, taken })
    }

    /// Where it takes messages.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/cgi-bin/sendsms", self.port)
    }

    /// Waits until there are messages for so many numbers.
    ///
    /// # Errors
    /// Nothing comes any more, or somebody interrupts.
    pub(crate) fn wait_for(&self, count: usize, signals: &Signals) -> Result<()> {
        let (mut seen, mut since) = (0, Instant::now());
        while seen < count {
            ensure!(!signals.any(), "interrupted");
            ensure!(since.elapsed() < PATIENCE, "only {seen} of {count} notices came");
            thread::sleep(BETWEEN_LOOKS);
            let now = self.numbers();
            if now > seen {
                (seen, since) = (now, Instant::now());
            }
        }
        Ok(())
    }

    /// That there was one message for each of so many numbers.
    ///
    /// # Errors
    /// More or fewer numbers; one that has several.
    pub(crate) fn has_one_for_each_of(&self, count: usize) -> Result<()> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        ensure!(taken.len() == count, "{} of {count} notices came", taken.len());
        match taken.iter().find(|(_, times)| **times > 1) {
            Some((number, times)) => bail!("{number} was told {times} times"),
            None => Ok(()),
        }
    }

    fn numbers(&self) -> usize {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// Answers what is asked on a connection until it is closed.
fn serve(stream: &TcpStream, taken: &Taken) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = (BufReader::new(stream), stream);
    let answer = format!("HTTP/1.1 202 Accepted\r\nContent-Length: {}\r\n\r\n{ACCEPTED}", ACCEPTED.len());
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 {
        if let Some(number) = receiver(&line) {
            let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
            *taken.entry(number.to_owned()).or_default() += 1;
        }
        if line == "\r\n" {
            writer.write_all(answer.as_bytes())?;
        }
        line.clear();
    }
    Ok(())
}

/// To whom a request's first line sends a message.
fn receiver(line: &str) -> Option<&str> {
    let query = line.strip_prefix("GET ")?.split_once('?')?.1;
    let pairs = query.split(' ').next()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, _)| *key == "to").map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::{Gateway, receiver};
    use crate::bench::http::{Connection, get};

    #[test]
    fn the_receiver_is_read_from_the_query() {
        assert_eq!(
            receiver("GET /cgi-bin/sendsms?from=X&to=%2B84905&text=to HTTP/1.1\r\n"),
            Some("%2B84905")
        );
        assert_eq!(receiver("Host: localhost?to=1\r\n"), None);
        assert_eq!(receiver("GET /cgi-bin/sendsms HTTP/1.1\r\n"), None);
    }

    #[test]
    fn what_comes_twice_is_seen() {
        let gateway = Gateway::start().expect("a gateway");
        let mut connection = Connection::open(gateway.port).expect("a connection");
        for number in ["1", "2", "2"] {
            assert_eq!(connection.ask(&get(&format!("/cgi-bin/sendsms?to={number}"))).expect("taken"), 202);
        }
        let told = gateway.has_one_for_each_of(2).expect_err("twice").to_string();
        assert_eq!(told, "2 was told 2 times");
        assert!(gateway.has_one_for_each_of(3).is_err());
    }
}
