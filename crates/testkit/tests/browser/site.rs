//! A small site: one page as the test writes it, `/taken` with whatever was sent there, and an answer that waits.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// A site on a free port, for as long as the test runs.
pub(crate) struct Site {
    url: String,
    /// Says that somebody waits for `/late`.
    pub(crate) asked: Receiver<()>,
    /// Lets them have it.
    pub(crate) release: Sender<()>,
}

/// What the threads that answer share.
struct Shared {
    page: &'static str,
    asked: Sender<()>,
    released: Mutex<Receiver<()>>,
}

/// A request, as far as it matters here.
struct Request {
    path: String,
    cookie: String,
    body: String,
}

pub(crate) const STYLE: &str = "main { margin: 1rem } .blind:focus { outline: none }";

impl Site {
    pub(crate) fn of(page: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let ((tell, asked), (release, released)) = (channel(), channel());
        let shared = Arc::new(Shared { page, asked: tell, released: Mutex::new(released) });
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let shared = Arc::clone(&shared);
                thread::spawn(move || shared.serve(&stream));
            }
        });
        Self { url, asked, release }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Shared {
    fn serve(&self, stream: &TcpStream) -> Option<()> {
        let request = read(stream)?;
        let path = request.path.split('?').next().unwrap_or_default();
        let (status, kind, body) = match path {
            "/" => ("200 OK", "text/html", self.page.to_owned()),
            "/taken" => ("200 OK", "text/plain", format!("{}\n{}", request.body, request.cookie)),
            "/style.css" => ("200 OK", "text/css", STYLE.to_owned()),
            "/icon.svg" => {
                ("200 OK", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>".to_owned())
            }
            "/late" => ("200 OK", "text/html", self.late()?),
            _ => ("404 Not Found", "text/plain", "not there".to_owned()),
        };
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\
             Content-Security-Policy: style-src 'self'\r\nSet-Cookie: session=s1; Secure; HttpOnly; SameSite=Strict\r\n\r\n",
            body.len()
        );
        let mut stream = stream;
        stream.write_all((head + &body).as_bytes()).ok()
    }

    fn late(&self) -> Option<String> {
        self.asked.send(()).ok()?;
        self.released.lock().ok()?.recv().ok()?;
        Some("<!doctype html><h1>Late</h1>".to_owned())
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let (mut first, mut cookie, mut length) = (String::new(), String::new(), 0);
    reader.read_line(&mut first).ok()?;
    for line in reader.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty()) {
        let (name, value) = line.split_once(": ")?;
        match name.to_ascii_lowercase().as_str() {
            "cookie" => value.clone_into(&mut cookie),
            "content-length" => length = value.parse().ok()?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let path = first.split(' ').nth(1)?.to_owned();
    Some(Request { path, cookie, body: String::from_utf8_lossy(&body).into_owned() })
}
