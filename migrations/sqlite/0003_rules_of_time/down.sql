drop table warnings;
drop table stops;
drop table breach_holders;
drop table breaches;
drop table proposals;
drop table reschedules;
drop table letters;
drop table requests;

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
    ended         text check (ended in ('done', 'sent_back')),
    ended_by      blob,
    primary key (dossier_id, step, visit),
    constraint ended_whole check (
        (ended_at is null) = (ended is null)
        and (ended_at is null) = (used_minutes is null)
        and (ended_at is null) = (ended_by is null)
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
        check (stage in ('submitted', 'accepted', 'in_progress', 'result_ready', 'returned', 'refused', 'withdrawn')),
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
    constraint "complete-before-acceptance" check (accepted_at is null or faults = 0),
    constraint "refusal-needs-ground" check (stage <> 'refused' or refusal_ground is not null),
    constraint rating_from_one_to_five check (rating between 1 and 5),
    constraint accepted_whole check (
        (accepted_at is null) = (code is null)
        and (accepted_at is null) = (appointment is null)
        and (accepted_at is null) = (first_appointment is null)
        and (accepted_at is null) = (overdue_after is null)
    ),
    constraint finished_whole check ((finished_at is null) = (result is null))
) strict;
insert into dossiers_anew
select
    id, seq, head_hash, code, stage, agency, procedure, procedure_version, case_code, channel, applicant,
    faults, submitted_at, accepted_at, first_appointment, appointment, overdue_after, provisional,
    refusal_ground, result, finished_at, returned_at, rating
from dossiers;
drop table dossiers;
alter table dossiers_anew rename to dossiers;
create index dossiers_agency on dossiers (agency, id);
create index dossiers_due on dossiers (appointment) where finished_at is null;

drop trigger events_kept_once;
drop index events_once;
create unique index events_once on events (dossier_id, kind)
    where kind in ('submitted', 'accepted', 'refused', 'withdrawn', 'result_recorded', 'result_returned', 'rated');
create trigger events_kept_once before insert on events
when new.kind in ('submitted', 'accepted', 'refused', 'withdrawn', 'result_recorded', 'result_returned', 'rated')
    and exists (select 1 from events where dossier_id = new.dossier_id and kind = new.kind)
begin
    select raise(abort, 'UNIQUE constraint failed: events_once');
end;
