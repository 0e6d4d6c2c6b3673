//! What is counted, for `/metrics`.

use dossier::Command;
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder};
use std::time::Duration;

/// Counters of this process. Labels are routes, methods, statuses and acts: never a person or a dossier.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    acts: IntCounterVec,
}

const BUCKETS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0];

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Metrics {
    /// Nothing counted yet.
    pub fn new() -> Self {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new("motcua_requests_total", "Requests answered"),
            &["method", "route", "status"],
        );
        let requests = requests.expect("a sound metric");
        let seconds =
            HistogramOpts::new("motcua_request_seconds", "Time to answer").buckets(BUCKETS.to_vec());
        let seconds = HistogramVec::new(seconds, &["method", "route"]).expect("a sound metric");
        let acts =
            IntCounterVec::new(Opts::new("motcua_acts_total", "Acts carried out on dossiers"), &["act"]);
        let acts = acts.expect("a sound metric");
        let collectors: [Box<dyn prometheus::core::Collector>; 3] =
            [Box::new(requests.clone()), Box::new(seconds.clone()), Box::new(acts.clone())];
        for collector in collectors {
            registry.register(collector).expect("each metric once");
        }
        Self { registry, requests, seconds, acts }
    }

    /// Counts a request.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        self.requests.with_label_values(&[method, route, &status.to_string()]).inc();
        self.seconds.with_label_values(&[method, route]).observe(took.as_secs_f64());
    }

    /// Counts an act.
    pub fn act(&self, command: &Command) {
        let act = match command {
            Command::Intake(intake::Command::Submit(_)) => "submit",
            Command::Intake(intake::Command::Accept) => "accept",
            Command::Intake(intake::Command::Refuse { .. }) => "refuse",
            Command::Intake(intake::Command::Withdraw { .. }) => "withdraw",
            Command::Intake(intake::Command::Guide { .. }) => "guide",
            Command::Intake(intake::Command::Complete(_)) => "complete",
            Command::Intake(intake::Command::ChangeContact(_)) => "contact",
            Command::Intake(intake::Command::RequestSupplement { .. }) => "supplement-request",
            Command::Intake(intake::Command::StateNeeds { .. }) => "supplement-needs",
            Command::Intake(intake::Command::IssueRequest) => "supplement-issue",
            Command::Intake(intake::Command::Supply { .. }) => "supply",
            Command::Intake(intake::Command::Close) => "close",
            Command::Deadline(deadline::Command::AskPayment { .. }) => "payment-request",
            Command::Deadline(deadline::Command::ConfirmPayment { .. }) => "payment",
            Command::Deadline(deadline::Command::Propose(_)) => "reschedule",
            Command::Deadline(deadline::Command::Endorse) => "reschedule-endorsement",
            Command::Deadline(deadline::Command::Approve) => "reschedule-approval",
            Command::Deadline(deadline::Command::Reject { .. }) => "reschedule-rejection",
            Command::Deadline(deadline::Command::Apologise { .. }) => "belated-apology",
            Command::Deadline(deadline::Command::Send { .. }) => "apology-dispatch",
            Command::Deadline(deadline::Command::Unsent) => "apology-unsent",
            Command::Deadline(deadline::Command::Breach) => "breach",
            Command::Deadline(deadline::Command::Recount) => "recount",
            Command::Routing(routing::Command::Done(_)) => "step-done",
            Command::Routing(routing::Command::SendBack { .. }) => "step-send-back",
            Command::Routing(routing::Command::Assign { .. }) => "step-assign",
            Command::Routing(routing::Command::Receive { .. }) => "leg-receipt",
            Command::Routing(routing::Command::Consult(_)) => "consultation",
            Command::Routing(routing::Command::Answer { .. }) => "consultation-reply",
            Command::Routing(routing::Command::Unanswered { .. }) => "consultation-unanswered",
            Command::Result(result::Command::RecordPaper { .. }) => "leg-paper",
            Command::Result(result::Command::HandOutPaper { .. }) => "leg-paper-return",
            Command::Result(result::Command::Record { .. }) => "result",
            Command::Result(result::Command::Return { .. }) => "return",
            Command::Result(result::Command::Rate { .. }) => "rate",
        };
        self.acts.with_label_values(&[act]).inc();
    }

    /// Everything, in the text format of Prometheus.
    pub fn text(&self) -> String {
        TextEncoder::new().encode_to_string(&self.registry.gather()).unwrap_or_default()
    }
}
