//! A real clamd, which knows EICAR's test file alone and takes a million bytes: `cargo xtask test` starts one.

use files::{Clamd, Scanned};
use std::env;
use std::time::Duration;

fn told(variable: &str) -> String {
    env::var(variable)
        .unwrap_or_else(|_| panic!("there is no clamd to test on: run `cargo xtask test`, which starts one"))
}

/// By TCP, and by its socket.
fn both() -> [Clamd; 2] {
    ["MOTCUA_TEST_CLAMD", "MOTCUA_TEST_CLAMD_SOCKET"]
        .map(|variable| Clamd::new(&told(variable), Duration::from_secs(60)))
}

/// EICAR's test file in two parts, so that no scanner takes this one for it.
fn eicar() -> Vec<u8> {
    ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"].concat().into_bytes()
}

#[test]
fn nothing_is_known_against_what_is_clean_up_to_the_last_byte_that_is_taken() {
    for clamd in both() {
        for clean in [vec![], b"%PDF-1.7 clean".to_vec(), vec![b'x'; 999_000]] {
            assert_eq!(clamd.scan(&clean).expect("an answer"), Scanned::Clean, "{} bytes", clean.len());
        }
    }
}

#[test]
fn what_is_known_is_found_wherever_it_stands() {
    let hidden = [b"%PDF-1.7\n".to_vec(), vec![b'x'; 200_000], eicar(), b"\n%%EOF".to_vec()].concat();
    for clamd in both() {
        for harmful in [&eicar(), &hidden] {
            let Scanned::Found(name) = clamd.scan(harmful).expect("an answer") else {
                panic!("taken for clean")
            };
            assert!(name.starts_with("Eicar-Test"), "{name}");
        }
    }
}

#[test]
fn what_is_longer_than_it_takes_is_no_clean_file() {
    for clamd in both() {
        for length in [1_000_001, 8_000_000] {
            assert!(clamd.scan(&vec![b'x'; length]).is_err(), "{length}");
        }
    }
}
