//! ClamAV's daemon, asked over its own protocol (`INSTREAM`).
//!
//! A few lines of our own: of the libraries there are none lets a blocking caller say how long it waits.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// Where clamd listens, and how long it may take.
#[derive(Debug, Clone)]
pub struct Clamd {
    address: String,
    patience: Duration,
}

/// What clamd says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// It knows nothing against it.
    Clean,
    /// It knows this in it, by clamd's own name.
    Found(String),
}

/// How much goes out at a time, in bytes.
const CHUNK: usize = 64 * 1024;
/// More of an answer isn't read, in bytes.
const LONGEST: u64 = 4_096;

impl Clamd {
    /// The daemon at `host:port`, or at a Unix socket by its path; calls nobody yet.
    pub fn new(address: &str, patience: Duration) -> Self {
        Self { address: address.to_owned(), patience }
    }

    /// Has these bytes looked at.
    ///
    /// # Errors
    /// Nobody is there, or it can't say: the file may be anything.
    pub fn scan(&self, bytes: &[u8]) -> io::Result<Scanned> {
        if self.address.starts_with('/') {
            let stream = UnixStream::connect(&self.address)?;
            stream.set_read_timeout(Some(self.patience))?;
            stream.set_write_timeout(Some(self.patience))?;
            return asked(stream, bytes);
        }
        let stream = self.connect()?;
        stream.set_read_timeout(Some(self.patience))?;
        stream.set_write_timeout(Some(self.patience))?;
        asked(stream, bytes)
    }

    fn connect(&self) -> io::Result<TcpStream> {
        let mut last = io::Error::new(io::ErrorKind::NotFound, "the name has no address");
        for address in self.address.to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, self.patience) {
                Ok(stream) => return Ok(stream),
                Err(why) => last = why,
            }
        }
        Err(last)
    }
}

fn asked(mut stream: impl Read + Write, bytes: &[u8]) -> io::Result<Scanned> {
    // Past its own limit clamd hangs up while we still write: what it said stands there to be read.
    let sent = send(&mut stream, bytes);
    let mut answer = Vec::new();
    let heard = stream.take(LONGEST).read_to_end(&mut answer);
    let said = String::from_utf8_lossy(&answer);
    match meant(said.trim_end_matches('\0').trim()) {
        Some(scanned) => sent.map(|()| scanned),
        None if said.is_empty() => Err(sent.and(heard.map(drop)).err().unwrap_or_else(cut_off)),
        None => Err(io::Error::other(format!("clamd says: {said}"))),
    }
}

fn send(stream: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(b"zINSTREAM\0")?;
    for chunk in bytes.chunks(CHUNK) {
        stream.write_all(&u32::try_from(chunk.len()).unwrap_or(0).to_be_bytes())?;
        stream.write_all(chunk)?;
    }
    stream.write_all(&[0; 4])?;
    stream.flush()
}

/// `stream: OK`, or `stream: Name FOUND`; anything else says nothing of the file.
fn meant(said: &str) -> Option<Scanned> {
    let said = said.strip_prefix("stream: ")?;
    if said == "OK" {
        return Some(Scanned::Clean);
    }
    said.strip_suffix(" FOUND").map(|name| Scanned::Found(name.to_owned()))
}

fn cut_off() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "clamd says nothing")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;
    use std::thread;

    /// What comes of a scan where clamd answers this.
    fn answered(words: &'static [u8]) -> io::Result<Scanned> {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("its address").to_string();
        let clamd = thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a caller");
            let mut heard = vec![0; 10 + 4 + 3 + 4];
            stream.read_exact(&mut heard).expect("a question");
            stream.write_all(words).expect("an answer");
            heard
        });
        let scanned = Clamd::new(&address, Duration::from_secs(10)).scan(b"abc");
        assert_eq!(clamd.join().expect("heard"), b"zINSTREAM\0\0\0\0\x03abc\0\0\0\0");
        scanned
    }

    #[test]
    fn only_a_plain_ok_is_clean() {
        assert_eq!(answered(b"stream: OK\0").expect("an answer"), Scanned::Clean);
        let found = Scanned::Found("Eicar-Test-Signature".to_owned());
        assert_eq!(answered(b"stream: Eicar-Test-Signature FOUND\0").expect("an answer"), found);
        for unclear in
            [b"".as_slice(), b"INSTREAM size limit exceeded. ERROR\0", b"OK\0", b"stream: \0", b"\xff"]
        {
            assert!(answered(unclear).is_err(), "{unclear:?}");
        }
    }

    #[test]
    fn nobody_there_is_no_clean_file() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("its address").to_string();
        drop(listener);
        for address in [address.as_str(), "/nowhere/clamd.ctl", "nonsense"] {
            assert!(Clamd::new(address, Duration::from_secs(10)).scan(b"abc").is_err(), "{address}");
        }
    }
}
