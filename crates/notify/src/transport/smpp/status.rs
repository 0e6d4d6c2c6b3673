//! What the gateway's status means.

use crate::transport::Failure;
use rusmpp_core::CommandStatus;

/// What a refusal of a message means.
pub(super) fn refused(status: CommandStatus) -> Failure {
    use CommandStatus::{
        EsmeRinvbndsts, EsmeRinvdstadr, EsmeRmsgqful, EsmeRsyserr, EsmeRthrottled, EsmeRxTAppn,
    };
    let why = words("the message", status);
    match status {
        EsmeRthrottled | EsmeRmsgqful | EsmeRsyserr | EsmeRxTAppn | EsmeRinvbndsts => Failure::later(why),
        EsmeRinvdstadr => Failure::DeadAddress(why),
        _ => Failure::Never(why),
    }
}

/// What it means that we aren't let in: the message isn't at fault.
pub(super) fn not_let_in(status: CommandStatus) -> Failure {
    Failure::later(words("our connection", status))
}

fn words(what: &str, status: CommandStatus) -> String {
    format!("the gateway refuses {what}: {status:?} ({:#010x})", u32::from(status))
}

#[cfg(test)]
mod tests {
    use super::{not_let_in, refused};
    use crate::Failure;
    use rusmpp_core::CommandStatus;

    #[test]
    fn a_gateway_that_is_busy_or_has_lost_us_is_asked_again() {
        for code in [0x58, 0x14, 0x08, 0x64, 0x04] {
            let failure = refused(CommandStatus::from(code));
            assert!(matches!(failure, Failure::Later { .. }), "{code:#x}: {failure:?}");
        }
    }

    #[test]
    fn a_number_that_it_does_not_know_is_a_dead_address() {
        assert_eq!(
            refused(CommandStatus::from(0x0b)).to_string(),
            "the address is dead: the gateway refuses the message: EsmeRinvdstadr (0x0000000b)"
        );
    }

    #[test]
    fn whatever_else_is_refused_is_never_taken() {
        for code in [0x01, 0x0a, 0x45, 0x65, 0x66, 0x103, 0x0400] {
            let failure = refused(CommandStatus::from(code));
            assert!(matches!(failure, Failure::Never(_)), "{code:#x}: {failure:?}");
        }
    }

    #[test]
    fn who_is_not_let_in_tries_again() {
        for code in [0x05, 0x0d, 0x0e, 0x0f] {
            assert!(matches!(not_let_in(CommandStatus::from(code)), Failure::Later { .. }), "{code:#x}");
        }
    }
}
