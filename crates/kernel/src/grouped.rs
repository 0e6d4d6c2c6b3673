//! Digits by threes.

/// A number with its thousands apart: `12.500.000` where the separator is a dot.
pub fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut told = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            told.push(separator);
        }
        told.push(digit);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_stand_apart() {
        let told = [0, 999, 1_000, 12_345, 123_456, 1_000_000].map(|number| grouped(number, '.'));
        assert_eq!(told, ["0", "999", "1.000", "12.345", "123.456", "1.000.000"]);
        assert_eq!(grouped(u64::MAX, ','), "18,446,744,073,709,551,615");
    }
}
