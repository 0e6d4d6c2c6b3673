//! A connection to an HTTP server, kept open: as little work as can be, since the server shares the machine with it.

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};

use anyhow::{Context, Result, ensure};

/// An open connection.
pub(crate) struct Connection {
    stream: TcpStream,
    answer: Vec<u8>,
}

impl Connection {
    /// To a port of this machine.
    pub(crate) fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, answer: Vec::with_capacity(4_096) })
    }

    /// What many of them are waited for with; from now on [`Connection::answered`] doesn't wait itself.
    pub(crate) fn waited_for(&self) -> Result<&TcpStream> {
        self.stream.set_nonblocking(true)?;
        Ok(&self.stream)
    }

    /// Sends a whole request; the answer's status, once all of the answer is here.
    pub(crate) fn ask(&mut self, request: &str) -> Result<u16> {
        self.send(request)?;
        self.answered()?.context("the answer isn't there")
    }

    /// Sends a whole request.
    pub(crate) fn send(&mut self, request: &str) -> Result<()> {
        self.answer.clear();
        Ok(self.stream.write_all(request.as_bytes())?)
    }

    /// The answer's status, once all of the answer is here; none where it isn't and nobody waits.
    pub(crate) fn answered(&mut self) -> Result<Option<u16>> {
        while !is_whole(&self.answer) {
            let mut piece = [0; 4_096];
            let length = match self.stream.read(&mut piece) {
                Err(why) if why.kind() == ErrorKind::WouldBlock => return Ok(None),
                length => length?,
            };
            ensure!(length > 0, "the server closed the connection");
            self.answer.extend_from_slice(&piece[..length]);
        }
        status(&self.answer).map(Some)
    }

    /// The last answer.
    pub(crate) fn answer(&self) -> String {
        String::from_utf8_lossy(&self.answer).into_owned()
    }
}

/// A GET of `path`.
pub(crate) fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
}

/// A POST to `path` without a body, by whoever holds the token.
pub(crate) fn post(path: &str, token: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Length: 0\r\n\r\n"
    )
}

/// All answers that are measured tell their length.
fn is_whole(answer: &[u8]) -> bool {
    let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let body = answer.len() - head - 4;
    length_told(&answer[..head]).is_some_and(|length| body >= length)
}

fn length_told(head: &[u8]) -> Option<usize> {
    let lines = head.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
    let mut headers = lines.filter_map(|line| line.split_once(':'));
    let (_, value) = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-length"))?;
    value.trim().parse().ok()
}

fn status(answer: &[u8]) -> Result<u16> {
    let code = answer.get(9..12).and_then(|code| std::str::from_utf8(code).ok());
    code.context("no status line")?.parse().context("no status")
}

#[cfg(test)]
mod tests {
    use super::{is_whole, status};

    #[test]
    fn an_answer_is_whole_when_its_body_is() {
        assert!(!is_whole(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n"));
        assert!(!is_whole(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\na"));
        assert!(is_whole(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nx: y\r\n\r\nab"));
    }

    #[test]
    fn the_status_is_read() {
        assert_eq!(status(b"HTTP/1.1 201 Created\r\n").ok(), Some(201));
        assert!(status(b"").is_err());
    }
}
