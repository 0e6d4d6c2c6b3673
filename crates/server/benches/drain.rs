//! What sending notices asks of the database where it writes, and nothing else: `drain URL SENDERS`. Each row of the outbox
//! becomes one SMS, as an acceptance does of somebody without a mailbox; nothing is read from the log, made or sent. Beside it
//! `cargo xtask bench notices` measures the real thing. It goes by tomorrow's time, so that what somebody has claimed and not
//! put down as sent is found too. Prints how many notices it came to.

use server::clock::Clock;
use std::error::Error;
use std::io::{self, Write};
use std::thread;
use std::time::Duration;
use store::notices::{Claim, New, To, Way, claim, sent, spread, to_spread};
use store::{Address, Settings, Store, StoreError};
use time::OffsetDateTime;

/// As the server has them.
const ROWS: i64 = 100;
const MESSAGES: i64 = 20;
const TAKEN_FOR: time::Duration = time::Duration::minutes(5);
const CONNECTIONS: u32 = 8;
const TOGETHER: usize = 24;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [url, senders] = words.as_slice() else {
        return Err("drain URL SENDERS".into());
    };
    let patience = Duration::from_secs(60);
    let address = Address::read(url)?;
    let store = Store::open(&Settings { address, connections: CONNECTIONS, patience, together: TOGETHER })?;
    let senders = 0..senders.parse()?;
    let drain = Drain { store, clock: Clock::system() };
    let done = thread::scope(|scope| {
        let senders: Vec<_> = senders.map(|_: usize| scope.spawn(|| drain.all())).collect();
        senders.into_iter().map(|sender| sender.join().expect("no panic")).sum::<Result<usize, StoreError>>()
    })?;
    Ok(writeln!(io::stdout(), "{done}")?)
}

struct Drain {
    store: Store,
    clock: Clock,
}

impl Drain {
    /// What one sender does.
    fn all(&self) -> Result<usize, StoreError> {
        while self.spread()? > 0 {}
        let mut done = 0;
        loop {
            match self.send()? {
                0 => return Ok(done),
                some => done += some,
            }
        }
    }

    fn spread(&self) -> Result<usize, StoreError> {
        let now = self.now();
        let page = self.store.write(move |db| to_spread(db, now, now + TAKEN_FOR, ROWS))?;
        let made: Vec<_> = page.into_iter().map(|told| (told, [self.message()])).collect();
        let rows = made.len();
        let put_down = move |db: &mut store::Db| {
            made.iter().try_for_each(|(told, messages)| spread(db, told, messages).map(drop))
        };
        self.store.write(put_down)?;
        Ok(rows)
    }

    fn now(&self) -> OffsetDateTime {
        self.clock.now() + time::Duration::DAY
    }

    fn message(&self) -> New {
        New {
            id: self.clock.id(),
            occasion: "accepted".to_owned(),
            to: To::Applicant,
            way: Way::Sms,
            is_legal: false,
            deliver_before: None,
            not_before: self.now(),
        }
    }

    fn send(&self) -> Result<usize, StoreError> {
        let (by, now) = (self.clock.id(), self.now());
        let wish = Claim { by, now, until: now + TAKEN_FOR, limit: MESSAGES };
        let claimed = self.store.write(move |db| claim(db, &wish))?;
        for message in &claimed {
            let (id, at) = (message.id, self.now());
            self.store.write(move |db| sent(db, id, by, at, None))?;
        }
        Ok(claimed.len())
    }
}
