//! Who is told by which way.

use super::compose;
use crate::occasion::{Ground, Occasion, samples};
use crate::{Addressee, Channel, Templates, Wishes};
use proptest::prelude::*;

fn sample(ground: Ground) -> Occasion {
    samples().into_iter().find(|occasion| occasion.ground() == ground).expect("one on each ground")
}

fn addressee(sms: bool, email: bool, each_step: bool) -> Addressee {
    let wishes = Wishes { sms, email, each_step };
    Addressee::read("Trần Thị Bình", "0905123456", "binh@example.vn", wishes).0
}

fn ways(ground: Ground, addressee: &Addressee) -> Vec<Channel> {
    let messages = compose(&sample(ground), addressee, &Templates::built_in());
    messages.iter().map(|message| message.channel).collect()
}

const BOTH: [Channel; 2] = [Channel::Sms, Channel::Email];

#[test]
fn what_the_law_demands_goes_to_every_address_whatever_is_wished() {
    for (sms, email) in [(false, false), (true, false), (false, true), (true, true)] {
        assert_eq!(ways(Ground::Law, &addressee(sms, email, false)), BOTH);
    }
}

#[test]
fn what_the_directive_names_goes_where_it_is_wished_and_without_a_wish_everywhere() {
    assert_eq!(ways(Ground::Directive, &addressee(true, false, false)), [Channel::Sms]);
    assert_eq!(ways(Ground::Directive, &addressee(false, true, false)), [Channel::Email]);
    assert_eq!(ways(Ground::Directive, &addressee(false, false, false)), BOTH);
}

#[test]
fn a_wish_that_cant_be_met_keeps_nobody_from_being_told() {
    let no_phone = Addressee { phone: None, ..addressee(true, false, false) };
    assert_eq!(ways(Ground::Directive, &no_phone), [Channel::Email]);
    assert_eq!(ways(Ground::Wish, &no_phone), []);
}

#[test]
fn a_service_goes_only_where_it_is_wished() {
    assert_eq!(ways(Ground::Wish, &addressee(false, false, true)), []);
    assert_eq!(ways(Ground::Wish, &addressee(false, true, false)), [Channel::Email]);
}

#[test]
fn steps_are_told_to_those_who_asked_for_it() {
    assert_eq!(ways(Ground::EachStep, &addressee(true, true, false)), []);
    assert_eq!(ways(Ground::EachStep, &addressee(true, false, true)), [Channel::Sms]);
    assert_eq!(ways(Ground::EachStep, &addressee(false, false, true)), BOTH);
}

#[test]
fn who_has_no_address_is_sent_nothing() {
    for occasion in samples() {
        assert_eq!(compose(&occasion, &Addressee::default(), &Templates::built_in()), []);
    }
}

#[test]
fn an_sms_has_no_subject_and_an_email_has_one() {
    for message in
        samples().iter().flat_map(|it| compose(it, &addressee(true, true, true), &Templates::built_in()))
    {
        assert_eq!(message.subject.is_some(), message.channel == Channel::Email);
    }
}

proptest! {
    #[test]
    fn nothing_that_people_write_breaks_a_message(reason in any::<String>(), name in any::<String>()) {
        let said = crate::What::RescheduleRejected { reason };
        let occasion = Occasion { what: said, ..sample(Ground::Law) };
        let templates = Templates::built_in();
        let letter = templates.email(&occasion, &name);
        prop_assert!(!letter.subject.contains(['\r', '\n']) && !letter.subject.is_empty());
        prop_assert!(!templates.sms(&occasion, &name).contains(['\r', '\n']));
    }
}
