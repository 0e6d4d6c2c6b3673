-- A dossier's whole time: guidance and supplements, payments, the one rescheduling, breaches. SQLite changes a table's
-- checks by making the table anew.

-- What happens once in a dossier's life, more of it.
drop trigger events_kept_once;
drop index events_once;
create unique index events_once on events (dossier_id, kind)
    where kind in (
        'submitted', 'guided', 'guided_again', 'accepted', 'refused', 'withdrawn', 'supplement_requested',
        'supplement_requested_again', 'closed', 'reschedule_approved', 'late_apologised', 'result_recorded',
        'result_returned', 'rated'
    );
create trigger events_kept_once before insert on events
when new.kind in (
        'submitted', 'guided', 'guided_again', 'accepted', 'refused', 'withdrawn', 'supplement_requested',
        'supplement_requested_again', 'closed', 'reschedule_approved', 'late_apologised', 'result_recorded',
        'result_returned', 'rated'
    )
    and exists (select 1 from events where dossier_id = new.dossier_id and kind = new.kind)
begin
    select raise(abort, 'UNIQUE constraint failed: events_once');
end;

-- More stages; what the clock waits for, and after which moment what wasn't brought closes the dossier.
create table dossiers_anew (
    id                blob primary key not null,
    seq               integer not null,
    head_hash         blob not null,
    code              text unique,
    stage             text not null
        constraint dossiers_stage_check check (stage in (
            'submitted', 'guided', 'accepted', 'in_progress', 'awaiting_supplement', 'awaiting_payment',
            'result_ready', 'returned', 'refused', 'withdrawn', 'closed'
        )),
    agency            text not null,
    procedure         text not null,
    procedure_version integer not null,
    case_code         text not null,
    channel           text not null check (channel in ('counter', 'online', 'post')),
    applicant         blob not null,
    faults            integer not null,
    submitted_at      text not null,
    accepted_at       text,
    first_appointment text,
    appointment       text,
    overdue_after     text,
    provisional       integer not null check (provisional in (0, 1)),
    refusal_ground    text,
    result            text check (result in ('granted', 'denied')),
    finished_at       text,
    returned_at       text,
    rating            integer,
    waiting           text,
    close_after       text,
    breached_at       text,
    rescheduled_at    text,
    constraint "complete-before-acceptance" check (accepted_at is null or faults = 0),
    constraint "refusal-needs-ground" check (stage <> 'refused' or refusal_ground is not null),
    constraint rating_from_one_to_five check (rating between 1 and 5),
    constraint accepted_whole check (
        (accepted_at is null) = (code is null)
        and (accepted_at is null) = (appointment is null)
        and (accepted_at is null) = (first_appointment is null)
        and (accepted_at is null) = (overdue_after is null)
    ),
    constraint finished_whole check ((finished_at is null) = (result is null)),
    constraint waiting_whole check (
        coalesce(waiting, '') = case stage
            when 'awaiting_supplement' then 'supplement' when 'awaiting_payment' then 'payment' else '' end
        and (close_after is not null) = (stage = 'awaiting_supplement')
    ),
    constraint late_once_accepted check (
        accepted_at is not null or (breached_at is null and rescheduled_at is null)
    )
) strict;
insert into dossiers_anew
select *, null, null, null, null from dossiers;
drop table dossiers;
alter table dossiers_anew rename to dossiers;
create index dossiers_agency on dossiers (agency, id);
create index dossiers_due on dossiers (appointment) where finished_at is null;
create index dossiers_in_work on dossiers (stage, overdue_after) where stage in ('accepted', 'in_progress');
create index dossiers_to_close on dossiers (close_after) where close_after is not null;

-- Where the clock was stopped, nobody ended the turn.
create table step_turns_anew (
    dossier_id    blob not null,
    step          text not null,
    visit         integer not null check (visit > 0),
    leg           text not null,
    agency        text not null,
    role          text not null,
    officer       blob,
    given_minutes integer not null check (given_minutes >= 0),
    opened_at     text not null,
    due           text not null,
    ended_at      text,
    used_minutes  integer check (used_minutes >= 0),
    ended         text constraint step_turns_ended_check check (ended in ('done', 'sent_back', 'paused')),
    ended_by      blob,
    primary key (dossier_id, step, visit),
    constraint ended_whole check (
        (ended_at is null) = (ended is null)
        and (ended_at is null) = (used_minutes is null)
        and (ended_by is null) = (ended_at is null or ended = 'paused')
    )
) strict;
insert into step_turns_anew select * from step_turns;
drop table step_turns;
alter table step_turns_anew rename to step_turns;
create index step_turns_desk on step_turns (agency, role, due) where ended_at is null;

-- Guidance notices and supplement requests: one of each, or a second where the field's own law allows it.
create table requests (
    dossier_id blob not null,
    kind       text not null check (kind in ('guidance', 'supplement')),
    ordinal    integer not null check (ordinal > 0),
    at         text not null,
    asked_by   blob not null,
    items      integer not null check (items > 0),
    due        text,
    after_term integer not null check (after_term in (0, 1)),
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
) strict;

-- Letters of apology. What a letter must state may be null only so that its own constraint answers.
create table letters (
    dossier_id blob not null,
    kind       text not null check (kind in ('apology', 'belated_apology')),
    ordinal    integer not null check (ordinal > 0),
    at         text not null,
    signed_by  blob not null,
    role       text not null constraint "head-approves" check (role in ('head', 'deputy')),
    reason     text,
    body       text,
    promised   text,
    primary key (dossier_id, kind, ordinal),
    constraint "written-apology" check (
        reason is not null and trim(reason) <> ''
        and body is not null and trim(body) <> ''
        and promised is not null
    )
) strict;

-- The one rescheduling, with its letter. `appointed_day` is the moment at which the appointed day begins.
create table reschedules (
    dossier_id    blob not null,
    proposed_by   blob not null,
    approved_by   blob not null,
    role          text not null,
    approved_at   text not null,
    from_at       text not null,
    to_at         text not null,
    appointed_day text not null,
    added_seconds integer not null check (added_seconds >= 0),
    total_seconds integer not null,
    letter        text not null check (letter = 'apology'),
    ordinal       integer not null check (ordinal = 1),
    constraint "reschedule-once" primary key (dossier_id),
    constraint "written-apology"
        foreign key (dossier_id, letter, ordinal) references letters (dossier_id, kind, ordinal),
    constraint "head-approves" check (role in ('head', 'deputy') and approved_by <> proposed_by),
    constraint "apology-before-appointed-day" check (
        approved_at < appointed_day
        and appointed_day <= from_at
        and from_at < strftime('%Y-%m-%dT%H:%M:%S', appointed_day, '+24 hours') || '.000000Z'
    ),
    constraint "extension-within-third" check (to_at > from_at and 3 * added_seconds <= total_seconds)
) strict;

-- The proposals that wait for approval, of dossiers in work; approved before the appointed day begins.
create table proposals (
    dossier_id   blob primary key not null,
    agency       text not null,
    proposed_by  blob not null,
    proposed_at  text not null,
    from_at      text not null,
    to_at        text not null,
    asked_before text not null,
    constraint "apology-before-appointed-day" check (proposed_at < asked_before),
    constraint "extension-within-third" check (to_at > from_at)
) strict;
create index proposals_agency on proposals (agency, asked_before);

-- Appointments that were missed, and with whom the dossier lay.
create table breaches (
    dossier_id  blob not null,
    appointment text not null,
    at          text not null,
    second      integer not null check (second in (0, 1)),
    primary key (dossier_id, appointment),
    constraint missed_before_recorded check (at > appointment)
) strict;

-- The minutes given and used are those of the turn: `step_turns` by dossier, step and visit.
create table breach_holders (
    dossier_id  blob not null,
    appointment text not null,
    step        text not null,
    visit       integer not null check (visit > 0),
    agency      text not null,
    officer     blob,
    primary key (dossier_id, appointment, step)
) strict;
create index breach_holders_agency on breach_holders (agency, appointment);

-- When the clock stood; open while it stands.
create table stops (
    dossier_id blob not null,
    ordinal    integer not null check (ordinal > 0),
    cause      text not null check (cause in ('supplement', 'payment')),
    from_at    text not null,
    to_at      text,
    primary key (dossier_id, ordinal),
    constraint stops_forward check (to_at >= from_at)
) strict;
create unique index stops_open on stops (dossier_id) where to_at is null;

-- Warnings that somebody has taken it upon themselves to send. Not derived from the log.
create table warnings (
    dossier_id  blob not null,
    appointment text not null,
    kind        text not null check (kind in ('warn_three_days', 'warn_apology', 'warn_one_day')),
    at          text not null,
    primary key (dossier_id, appointment, kind)
) strict;

-- SQLite doesn't name a foreign key that is broken: these speak for it.
create trigger reschedules_with_their_letter before insert on reschedules
when not exists (select 1 from letters where dossier_id = new.dossier_id and kind = 'apology' and ordinal = 1)
begin
    select raise(abort, 'CHECK constraint failed: written-apology');
end;
create trigger letters_kept_with_their_reschedule before delete on letters
when old.kind = 'apology' and exists (select 1 from reschedules where dossier_id = old.dossier_id)
begin
    select raise(abort, 'CHECK constraint failed: written-apology');
end;
