-- A dossier's whole time: guidance and supplements, payments, the one rescheduling, breaches.

-- What happens once in a dossier's life, more of it.
drop index events_once;
create unique index events_once on events (dossier_id, kind)
    where kind in (
        'submitted', 'guided', 'guided_again', 'accepted', 'refused', 'withdrawn', 'supplement_requested',
        'supplement_requested_again', 'closed', 'reschedule_approved', 'late_apologised', 'result_recorded',
        'result_returned', 'rated'
    );

-- More stages; what the clock waits for, and after which moment what wasn't brought closes the dossier.
alter table dossiers
    drop constraint dossiers_stage_check,
    add constraint dossiers_stage_check check (stage in (
        'submitted', 'guided', 'accepted', 'in_progress', 'awaiting_supplement', 'awaiting_payment', 'result_ready',
        'returned', 'refused', 'withdrawn', 'closed'
    )),
    add column waiting text,
    add column close_after timestamptz,
    add column breached_at timestamptz,
    add column rescheduled_at timestamptz,
    add constraint waiting_whole check (
        coalesce(waiting, '') = case stage
            when 'awaiting_supplement' then 'supplement' when 'awaiting_payment' then 'payment' else '' end
        and (close_after is not null) = (stage = 'awaiting_supplement')
    ),
    add constraint late_once_accepted check (
        accepted_at is not null or (breached_at is null and rescheduled_at is null)
    );
create index dossiers_in_work on dossiers (stage, overdue_after) where stage in ('accepted', 'in_progress');
create index dossiers_to_close on dossiers (close_after) where close_after is not null;

-- Where the clock was stopped, nobody ended the turn.
alter table step_turns
    drop constraint step_turns_ended_check,
    drop constraint ended_whole,
    add constraint step_turns_ended_check check (ended in ('done', 'sent_back', 'paused')),
    add constraint ended_whole check (
        (ended_at is null) = (ended is null)
        and (ended_at is null) = (used_minutes is null)
        and (ended_by is null) = (ended_at is null or ended = 'paused')
    );

-- Guidance notices and supplement requests: one of each, or a second where the field's own law allows it.
create table requests (
    dossier_id uuid not null,
    kind       text not null check (kind in ('guidance', 'supplement')),
    ordinal    integer not null check (ordinal > 0),
    at         timestamptz not null,
    asked_by   uuid not null,
    items      integer not null check (items > 0),
    due        timestamptz,
    after_term boolean not null,
    exception  text,
    primary key (dossier_id, kind, ordinal),
    constraint "guidance-once" check (
        kind <> 'guidance' or ordinal = 1
        or (ordinal = 2 and exception is not null and trim(exception) <> '')
    ),
    constraint "supplement-once" check (
        kind <> 'supplement' or ordinal = 1
        or (ordinal = 2 and exception is not null and trim(exception) <> '')
    ),
    constraint due_whole check ((kind = 'supplement') = (due is not null))
);

-- Letters of apology. What a letter must state may be null only so that its own constraint answers.
create table letters (
    dossier_id uuid not null,
    kind       text not null check (kind in ('apology', 'belated_apology')),
    ordinal    integer not null check (ordinal > 0),
    at         timestamptz not null,
    signed_by  uuid not null,
    role       text not null constraint "head-approves" check (role in ('head', 'deputy')),
    reason     text,
    body       text,
    promised   timestamptz,
    primary key (dossier_id, kind, ordinal),
    constraint "written-apology" check (
        reason is not null and trim(reason) <> ''
        and body is not null and trim(body) <> ''
        and promised is not null
    )
);

-- The one rescheduling, with its letter. `appointed_day` is the moment at which the appointed day begins.
create table reschedules (
    dossier_id    uuid not null,
    proposed_by   uuid not null,
    approved_by   uuid not null,
    role          text not null,
    approved_at   timestamptz not null,
    from_at       timestamptz not null,
    to_at         timestamptz not null,
    appointed_day timestamptz not null,
    added_seconds bigint not null check (added_seconds >= 0),
    total_seconds bigint not null,
    letter        text not null check (letter = 'apology'),
    ordinal       integer not null check (ordinal = 1),
    constraint "reschedule-once" primary key (dossier_id),
    constraint "written-apology"
        foreign key (dossier_id, letter, ordinal) references letters (dossier_id, kind, ordinal),
    constraint "head-approves" check (role in ('head', 'deputy') and approved_by <> proposed_by),
    constraint "apology-before-appointed-day" check (
        approved_at < appointed_day
        and appointed_day <= from_at
        and from_at < appointed_day + interval '24 hours'
    ),
    constraint "extension-within-third" check (to_at > from_at and 3 * added_seconds <= total_seconds)
);

-- The proposals that wait for approval, of dossiers in work; approved before the appointed day begins.
create table proposals (
    dossier_id   uuid primary key,
    agency       text not null,
    proposed_by  uuid not null,
    proposed_at  timestamptz not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    asked_before timestamptz not null,
    constraint "apology-before-appointed-day" check (proposed_at < asked_before),
    constraint "extension-within-third" check (to_at > from_at)
);
create index proposals_agency on proposals (agency, asked_before);

-- Appointments that were missed, and with whom the dossier lay.
create table breaches (
    dossier_id  uuid not null,
    appointment timestamptz not null,
    at          timestamptz not null,
    second      boolean not null,
    primary key (dossier_id, appointment),
    constraint missed_before_recorded check (at > appointment)
);

-- The minutes given and used are those of the turn: `step_turns` by dossier, step and visit.
create table breach_holders (
    dossier_id  uuid not null,
    appointment timestamptz not null,
    step        text not null,
    visit       integer not null check (visit > 0),
    agency      text not null,
    officer     uuid,
    primary key (dossier_id, appointment, step)
);
create index breach_holders_agency on breach_holders (agency, appointment);

-- When the clock stood; open while it stands.
create table stops (
    dossier_id uuid not null,
    ordinal    integer not null check (ordinal > 0),
    cause      text not null check (cause in ('supplement', 'payment')),
    from_at    timestamptz not null,
    to_at      timestamptz,
    primary key (dossier_id, ordinal),
    constraint stops_forward check (to_at >= from_at)
);
create unique index stops_open on stops (dossier_id) where to_at is null;

-- Warnings that somebody has taken it upon themselves to send. Not derived from the log.
create table warnings (
    dossier_id  uuid not null,
    appointment timestamptz not null,
    kind        text not null check (kind in ('warn_three_days', 'warn_apology', 'warn_one_day')),
    at          timestamptz not null,
    primary key (dossier_id, appointment, kind)
);
