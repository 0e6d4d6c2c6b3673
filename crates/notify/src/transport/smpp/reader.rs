//! Who reads a connection, in a thread of its own, until it ends.

use super::frame;
use super::wire::Wire;
use bytes::BytesMut;
use std::io::{self, Read};

/// How much is read at a time.
const AT_ONCE: usize = 4096;

/// Reads until the connection ends, and closes it. When nothing has come for as long as reading may take, the gateway is
/// asked whether it is there; when nothing comes after that either, it isn't.
pub(super) fn read(wire: &Wire) {
    // Why it ended is the same to everybody: what waits for an answer gets none.
    let _ = read_on(wire);
    wire.close();
}

fn read_on(wire: &Wire) -> io::Result<()> {
    let (mut read, mut is_asked) = (BytesMut::new(), false);
    loop {
        if more(wire, &mut read)? {
            is_asked = false;
        } else if is_asked {
            return Err(io::ErrorKind::TimedOut.into());
        } else if wire.is_bound() {
            wire.enquire()?;
            is_asked = true;
        }
        while let Some(incoming) = frame::next(&mut read).map_err(|_| io::ErrorKind::InvalidData)? {
            wire.heard(incoming)?;
        }
    }
}

/// Whether something came in time.
fn more(wire: &Wire, read: &mut BytesMut) -> io::Result<bool> {
    let mut piece = [0; AT_ONCE];
    let mut stream = wire.stream();
    match stream.read(&mut piece) {
        Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(length) => {
            read.extend_from_slice(&piece[..length]);
            Ok(true)
        }
        Err(why) => match why.kind() {
            // By the system, silence is one or the other.
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => Ok(false),
            io::ErrorKind::Interrupted => Ok(true),
            _ => Err(why),
        },
    }
}
