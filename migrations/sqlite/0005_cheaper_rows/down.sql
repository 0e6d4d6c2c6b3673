create table outbox_anew (
    id           blob primary key not null,
    dossier_id   blob not null,
    seq          integer not null,
    topic        text not null,
    state        text not null check (state in ('pending', 'claimed', 'done', 'dead')),
    attempts     integer not null,
    locked_by    text,
    available_at text not null
) strict;
insert into outbox_anew select * from outbox;
drop table outbox;
alter table outbox_anew rename to outbox;
create index outbox_waiting on outbox (available_at, id) where state in ('pending', 'claimed');

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
select * from dossiers;
drop table dossiers;
alter table dossiers_anew rename to dossiers;
create index dossiers_agency on dossiers (agency, id);
create index dossiers_due on dossiers (appointment) where finished_at is null;
create index dossiers_in_work on dossiers (stage, overdue_after) where stage in ('accepted', 'in_progress');
create index dossiers_to_close on dossiers (close_after) where close_after is not null;

create table events_anew (
    dossier_id blob not null,
    seq        integer not null check (seq > 0),
    kind       text not null,
    version    integer not null check (version > 0),
    at         text not null,
    actor      text not null check (actor in ('staff', 'applicant', 'system')),
    user_id    blob,
    payload    text not null,
    prev_hash  blob not null check (length(prev_hash) = 32),
    hash       blob not null check (length(hash) = 32),
    primary key (dossier_id, seq),
    check ((actor = 'staff') = (user_id is not null))
) strict, without rowid;
insert into events_anew select * from events;
drop table events;
alter table events_anew rename to events;
create unique index events_once on events (dossier_id, kind)
    where kind in (
        'submitted', 'guided', 'guided_again', 'accepted', 'refused', 'withdrawn', 'supplement_requested',
        'supplement_requested_again', 'closed', 'reschedule_approved', 'late_apologised', 'result_recorded',
        'result_returned', 'rated'
    );
create trigger events_kept_from_update before update on events
begin
    select raise(abort, 'the event log is append-only');
end;
create trigger events_kept_from_delete before delete on events
begin
    select raise(abort, 'the event log is append-only');
end;
create trigger events_kept_from_replace before insert on events
when exists (select 1 from events where dossier_id = new.dossier_id and seq = new.seq)
begin
    select raise(abort, 'UNIQUE constraint failed: events_pkey');
end;
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
