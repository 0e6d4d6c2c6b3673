//! Every configuration key is explained.

use super::text;

#[test]
fn every_key_has_its_explanation_right_above_it() {
    let defaults = text("config/default.toml");
    let lines: Vec<&str> = defaults.lines().collect();
    let keys = lines.iter().enumerate().filter(|(_, line)| line.contains('=') && !line.starts_with('#'));
    let mut explained = 0;
    for (at, key) in keys {
        assert!(at > 0 && lines[at - 1].starts_with('#'), "not explained: {key}");
        explained += 1;
    }
    assert!(explained > 10, "{explained} keys");
}
