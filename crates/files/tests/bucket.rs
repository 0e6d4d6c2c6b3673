//! A bucket of a real S3 service: `cargo xtask test` starts one.

use files::{Bucket, BucketSettings, Files, Hash, Keeper, Unkept};
use std::env;
use std::time::Duration;
use ureq::Agent;

fn settings() -> BucketSettings {
    let at = env::var("MOTCUA_TEST_S3").unwrap_or_else(|_| {
        panic!("there is no S3 service to test on: run `cargo xtask test`, which starts one")
    });
    BucketSettings {
        endpoint: format!("http://{at}"),
        region: "vn-south-1".to_owned(),
        name: "dossiers".to_owned(),
        access_key: "motcua".to_owned(),
        secret_key: "bucket-secret".to_owned(),
    }
}

fn agent() -> Agent {
    let patience = Some(Duration::from_secs(30));
    Agent::config_builder().proxy(None).http_status_as_error(false).timeout_global(patience).build().into()
}

/// The files of a bucket, sealed under a key of this test's own.
fn files(settings: BucketSettings, key: u8) -> Files {
    Files::new(Keeper::Bucket(Box::new(Bucket::new(settings, agent()).expect("an address"))), &[key; 32])
}

fn complaint(outcome: Result<impl std::fmt::Debug, Unkept>) -> String {
    outcome.expect_err("refused").to_string()
}

#[test]
fn what_was_put_there_is_there_however_often() {
    let files = files(settings(), 1);
    let large: Vec<u8> = (0..12_000_000_u32).map(|number| number as u8).collect();
    for bytes in [b"".as_slice(), b"Nguyen Thi Bi Mat", &large] {
        let hash = files.put(bytes).expect("kept");
        assert_eq!(files.put(bytes).expect("kept again"), hash);
        assert!(files.get(&hash).expect("read").as_deref() == Some(bytes), "{} bytes", bytes.len());
    }
}

#[test]
fn what_isnt_there_is_none() {
    assert_eq!(files(settings(), 2).get(&[2; 32]).expect("an answer"), None);
}

#[test]
fn what_lies_there_is_sealed_and_opens_for_nobody_else() {
    let hash = files(settings(), 3).put(b"Nguyen Thi Bi Mat").expect("kept");
    assert_eq!(files(settings(), 4).get(&hash).expect("read"), None, "another server's key");
}

#[test]
fn a_wrong_key_region_or_bucket_is_told_and_no_missing_file() {
    let wrong = [
        BucketSettings { secret_key: "guessed".to_owned(), ..settings() },
        BucketSettings { access_key: "somebody".to_owned(), ..settings() },
        BucketSettings { region: "us-east-1".to_owned(), ..settings() },
        BucketSettings { name: "not-there".to_owned(), ..settings() },
    ];
    for settings in wrong {
        let files = files(settings, 5);
        let (put, got) = (complaint(files.put(b"bytes")), complaint(files.get(&Hash::from([9; 32]))));
        assert!(put.contains("it answers 40") && got.contains("it answers 40"), "{put}; {got}");
        assert!(!put.contains("X-Amz") && !got.contains("X-Amz"), "the signature is told: {put}; {got}");
    }
}

#[test]
fn nobody_there_is_told_without_the_address() {
    let away = files(BucketSettings { endpoint: "http://127.0.0.1:1".to_owned(), ..settings() }, 6);
    for complaint in [complaint(away.put(b"bytes")), complaint(away.get(&[1; 32]))] {
        assert!(
            complaint.starts_with("the bucket of files: ") && !complaint.contains("X-Amz"),
            "{complaint}"
        );
    }
}

#[test]
fn an_address_that_is_none_is_refused_with_the_address() {
    for endpoint in ["", "nonsense", "ftp://127.0.0.1"] {
        let settings = BucketSettings { endpoint: endpoint.to_owned(), ..settings() };
        let why = Bucket::new(settings, agent()).err().expect("refused");
        assert!(why.starts_with(&format!("{endpoint}: ")), "{why}");
    }
}
