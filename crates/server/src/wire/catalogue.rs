//! Procedures, as anyone reads them (3.a).

use super::appointment::in_words;
use super::schemas;
use calendar::{ProcessingTime, Unit};
use catalog::{
    AfterSupplement, Amount, Case, Channel, Component, Condition, FieldLaw, Form, Offer, Process,
    Responsible, Version,
};
use kernel::{Lang, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use store::catalogue::Listed;
use utoipa::ToSchema;

/// A procedure in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcedureLine {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) field: String,
}

impl From<Listed> for ProcedureLine {
    fn from(listed: Listed) -> Self {
        Self { code: listed.code, name: listed.name, field: listed.field }
    }
}

/// A published procedure.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcedureOut {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) field: String,
    /// Which of its versions.
    pub(crate) version: u32,
    /// The decision that announced it.
    pub(crate) decision: Option<String>,
    /// Who may apply.
    pub(crate) applicants: Option<String>,
    /// The processing time.
    pub(crate) time: TimeOut,
    /// The agencies whose counters receive it.
    pub(crate) received_by: Vec<String>,
    pub(crate) cases: Vec<CaseOut>,
    pub(crate) components: Vec<ComponentOut>,
    /// The channels with their fees.
    pub(crate) channels: Vec<OfferOut>,
    /// The papers it ends in.
    pub(crate) results: Vec<String>,
    /// The grounds on which it may be refused.
    pub(crate) grounds: Vec<GroundOut>,
    /// What its field's own law says of guidance and supplements.
    pub(crate) field_law: FieldLawOut,
    /// How it is worked.
    pub(crate) steps: Vec<StepNamed>,
}

/// What a field's own law says of guidance and supplements, where it differs from the common rules.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldLawOut {
    /// How the clock goes on after a supplement: `afresh` with the full time, or `resumed` with what was left.
    #[schema(value_type = String)]
    pub(crate) after_supplement: AfterSupplement,
    /// By when a supplement is to be asked for, where the field has a term of its own.
    pub(crate) supplement_within: Option<TimeOut>,
    /// By when the other agencies say what they need of a supplement, where the field has a term of its own.
    pub(crate) needs_within: Option<TimeOut>,
    /// What it allows a second time.
    pub(crate) exceptions: Vec<ExceptionOut>,
}

/// Something a field's own law allows a second time.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExceptionOut {
    /// `second_guidance` or `second_supplement`.
    pub(crate) allows: &'static str,
    /// The article it stands on.
    pub(crate) citation: String,
}

/// A processing time.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimeOut {
    pub(crate) amount: u32,
    #[schema(schema_with = schemas::unit)]
    pub(crate) unit: Unit,
    /// In words.
    pub(crate) text: String,
}

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseOut {
    pub(crate) code: String,
    pub(crate) name: String,
    /// Its processing time.
    pub(crate) time: TimeOut,
}

/// A component.
#[derive(Debug, Serialize, ToSchema)]
pub struct ComponentOut {
    pub(crate) code: String,
    pub(crate) name: String,
    /// The heading it is published under.
    pub(crate) group: Option<String>,
    /// The cases that ask for it.
    pub(crate) cases: Vec<String>,
    /// When it is asked for only under a condition: that condition.
    pub(crate) only_if: Option<String>,
    /// The forms to choose from.
    pub(crate) any_of: Vec<AlternativeOut>,
    /// The form to fill in.
    pub(crate) template: Option<String>,
}

/// One form to choose.
#[derive(Debug, Serialize, ToSchema)]
pub struct AlternativeOut {
    #[schema(schema_with = schemas::form)]
    pub(crate) form: Form,
    pub(crate) count: u16,
}

/// A channel with its fees.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferOut {
    #[schema(schema_with = schemas::channel)]
    pub(crate) channel: Channel,
    pub(crate) fees: Vec<FeeOut>,
}

/// A fee.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeeOut {
    /// What it is for.
    pub(crate) name: Option<String>,
    /// `free`, `fixed`, `set_by_council` or `as_published`.
    pub(crate) kind: &'static str,
    /// In đồng, where it is one sum.
    pub(crate) amount: Option<u64>,
    /// As published, where it isn't one sum.
    pub(crate) text: Option<String>,
}

/// A ground of refusal.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroundOut {
    pub(crate) code: String,
    pub(crate) text: String,
    pub(crate) citation: String,
}

/// A step of the process.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepNamed {
    /// The leg.
    pub(crate) leg: String,
    /// What the leg is.
    pub(crate) leg_name: String,
    /// The legs that must be done before.
    pub(crate) after: Vec<String>,
    /// The agency; none: the one that receives, or one that goes by it.
    pub(crate) agency: Option<String>,
    /// Where the agency goes by the one that receives: which, for each.
    pub(crate) agency_by_lead: BTreeMap<String, String>,
    /// When the leg is worked at all, in words; none: always.
    pub(crate) only_if: Option<String>,
    /// What the applicant must have paid before the leg starts.
    pub(crate) payment: Option<String>,
    /// The result paper of its own that the leg ends in.
    pub(crate) paper: Option<String>,
    pub(crate) step: String,
    pub(crate) name: String,
    #[schema(schema_with = schemas::role)]
    pub(crate) role: Role,
    /// Its share of the time.
    pub(crate) share: TimeOut,
}

impl TimeOut {
    fn of(time: ProcessingTime, lang: Lang) -> Self {
        Self { amount: time.amount(), unit: time.unit(), text: in_words(time, lang) }
    }
}

impl ProcedureOut {
    /// A version, its times said in `lang`.
    pub fn of(version: &Version, lang: Lang) -> Self {
        let content = version.content();
        let case = |case: &Case| CaseOut {
            code: case.code.to_string(),
            name: case.name.clone(),
            time: TimeOut::of(version.time_of(&case.code), lang),
        };
        let ground = |ground: &catalog::Ground| GroundOut {
            code: ground.code.to_string(),
            text: ground.text.clone(),
            citation: ground.citation.clone(),
        };
        Self {
            code: content.code.to_string(),
            name: content.name.clone(),
            field: content.field.clone(),
            version: version.number,
            decision: content.decision.clone(),
            applicants: content.applicants.clone(),
            time: TimeOut::of(version.time(), lang),
            received_by: content.received_by.iter().map(ToString::to_string).collect(),
            cases: content.cases.iter().map(case).collect(),
            components: content.components.iter().map(ComponentOut::from).collect(),
            channels: content.channels.iter().map(OfferOut::from).collect(),
            results: content.results.iter().map(|paper| paper.name.clone()).collect(),
            grounds: content.grounds.iter().map(ground).collect(),
            field_law: FieldLawOut::of(version.field_law(), lang),
            steps: steps(version.process(), &content.components, lang),
        }
    }
}

impl FieldLawOut {
    fn of(law: &FieldLaw, lang: Lang) -> Self {
        let exceptions = law.exceptions.iter().map(|exception| ExceptionOut {
            allows: exception.allows.as_str(),
            citation: exception.citation.clone(),
        });
        Self {
            after_supplement: law.after_supplement,
            needs_within: law.needs_within.map(|term| TimeOut::of(term, lang)),
            supplement_within: law.supplement_within.map(|term| TimeOut::of(term, lang)),
            exceptions: exceptions.collect(),
        }
    }
}

/// When a leg is worked, in words.
pub(super) fn condition_in_words(condition: &Condition, components: &[Component], lang: Lang) -> String {
    let name_of = |code: &kernel::ComponentCode| {
        let named = components.iter().find(|component| component.code == *code);
        named.map_or_else(|| code.to_string(), |component| component.name.clone())
    };
    match (condition, lang) {
        (Condition::Handed(component), Lang::Vi) => format!("đã nộp: {}", name_of(component)),
        (Condition::Handed(component), Lang::En) => format!("handed in: {}", name_of(component)),
        (Condition::NotHanded(component), Lang::Vi) => format!("chưa nộp: {}", name_of(component)),
        (Condition::NotHanded(component), Lang::En) => format!("not handed in: {}", name_of(component)),
        (Condition::Decided { question, .. }, _) => question.clone(),
    }
}

fn steps(process: &Process, components: &[Component], lang: Lang) -> Vec<StepNamed> {
    let of_leg = |leg: &catalog::Leg| {
        let named = leg.steps.iter().map(|step| StepNamed {
            leg: leg.code.to_string(),
            leg_name: leg.name.clone(),
            after: leg.after.iter().map(ToString::to_string).collect(),
            agency: match &leg.agency {
                Some(Responsible::One(agency)) => Some(agency.to_string()),
                Some(Responsible::ByLead(_)) | None => None,
            },
            agency_by_lead: match &leg.agency {
                Some(Responsible::ByLead(by_lead)) => {
                    by_lead.iter().map(|(lead, agency)| (lead.to_string(), agency.to_string())).collect()
                }
                Some(Responsible::One(_)) | None => BTreeMap::new(),
            },
            only_if: leg.only_if.as_ref().map(|condition| condition_in_words(condition, components, lang)),
            payment: leg.payment.as_ref().map(|payment| payment.purpose.clone()),
            paper: leg.paper.as_ref().map(|paper| paper.name.clone()),
            step: step.code.to_string(),
            name: step.name.clone(),
            role: step.role,
            share: TimeOut::of(step.share, lang),
        });
        named.collect::<Vec<_>>()
    };
    process.legs.iter().flat_map(of_leg).collect()
}

impl From<&Component> for ComponentOut {
    fn from(component: &Component) -> Self {
        let forms = component.any_of.iter().map(|way| AlternativeOut { form: way.form, count: way.count });
        Self {
            code: component.code.to_string(),
            name: component.name.clone(),
            group: component.group.clone(),
            cases: component.cases.iter().map(ToString::to_string).collect(),
            only_if: component.only_if.clone(),
            any_of: forms.collect(),
            template: component.template.clone(),
        }
    }
}

impl From<&Offer> for OfferOut {
    fn from(offer: &Offer) -> Self {
        let fees = offer.fees.iter().map(|fee| {
            let (kind, amount, text) = match &fee.amount {
                Amount::Free => ("free", Some(0), None),
                Amount::Dong(amount) => ("fixed", Some(*amount), None),
                Amount::SetByCouncil(text) => ("set_by_council", None, Some(text.clone())),
                Amount::AsPublished(text) => ("as_published", None, Some(text.clone())),
            };
            FeeOut { name: fee.name.clone(), kind, amount, text }
        });
        Self { channel: offer.channel, fees: fees.collect() }
    }
}
