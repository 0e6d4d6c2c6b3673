-- Catalogue: what there is to apply for.

create table calendars (
    code    text not null,
    version integer not null check (version > 0),
    body    text not null,
    at      text not null,
    primary key (code, version)
) strict;

create table agencies (
    code     text primary key not null,
    name     text not null,
    parent   text references agencies (code),
    calendar text not null,
    counter  text,
    address  text,
    hotline  text
) strict;

create table procedure_drafts (
    procedure text primary key not null,
    name      text not null,
    body      text not null,
    lacks     text not null,
    at        text not null
) strict;

create table procedure_versions (
    procedure         text not null,
    number            integer not null check (number > 0),
    current           integer not null check (current in (0, 1)),
    name              text not null,
    name_folded       text not null,
    field             text not null,
    body              text not null,
    published_load    integer not null,
    longest_load      integer not null,
    review_components text not null,
    review_conditions text not null,
    review_delegation text not null,
    at                text not null,
    primary key (procedure, number),
    constraint "within-published-time" check (longest_load <= published_load),
    constraint "simplification-first"
        check (trim(review_components) <> '' and trim(review_conditions) <> '' and trim(review_delegation) <> '')
) strict;
create unique index procedure_versions_current on procedure_versions (procedure) where current;

-- Accounts and sessions.

create table users (
    id            blob primary key not null,
    username      text not null unique,
    password_hash text not null,
    name          text not null,
    agency        text not null references agencies (code),
    active        integer not null check (active in (0, 1)),
    at            text not null
) strict;

create table user_roles (
    user_id blob not null references users (id),
    role    text not null
        check (role in ('clerk', 'officer', 'leader', 'head', 'deputy', 'supervisor', 'administrator')),
    primary key (user_id, role)
) strict;

create table sessions (
    family     blob primary key not null,
    user_id    blob not null references users (id),
    at         text not null,
    revoked_at text
) strict;

create table refresh_tokens (
    hash       blob primary key not null,
    family     blob not null references sessions (family),
    expires_at text not null,
    used_at    text
) strict;
create index refresh_tokens_family on refresh_tokens (family);

-- The log: append-only, hash-chained per dossier.

create table events (
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
-- What happens once in a dossier's life happens once here too.
create unique index events_once on events (dossier_id, kind)
    where kind in ('submitted', 'accepted', 'refused', 'withdrawn', 'result_recorded', 'result_returned', 'rated');

create trigger events_kept_from_update before update on events
begin
    select raise(abort, 'the event log is append-only');
end;
create trigger events_kept_from_delete before delete on events
begin
    select raise(abort, 'the event log is append-only');
end;

-- `insert or replace` deletes without asking the trigger above. These come first, and name what PostgreSQL names.
create trigger events_kept_from_replace before insert on events
when exists (select 1 from events where dossier_id = new.dossier_id and seq = new.seq)
begin
    select raise(abort, 'UNIQUE constraint failed: events_pkey');
end;
create trigger events_kept_once before insert on events
when new.kind in ('submitted', 'accepted', 'refused', 'withdrawn', 'result_recorded', 'result_returned', 'rated')
    and exists (select 1 from events where dossier_id = new.dossier_id and kind = new.kind)
begin
    select raise(abort, 'UNIQUE constraint failed: events_once');
end;

-- Personal data, apart from the log.

create table people (
    id          blob primary key not null,
    dossier_id  blob not null,
    part        text not null check (part in ('applicant', 'recipient')),
    kind        text check (kind in ('citizen', 'enterprise', 'state_agency', 'organisation')),
    name        text not null,
    name_folded text not null,
    identity    text not null,
    phone       text not null,
    email       text not null,
    address     text not null,
    request     text not null
) strict;
create index people_dossier on people (dossier_id);
create index people_identity on people (identity);
create index people_phone on people (phone);

-- Query tables: derived from the log, made anew by `motcua rebuild`.

create table dossiers (
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
create index dossiers_agency on dossiers (agency, id);
create index dossiers_due on dossiers (appointment) where finished_at is null;

-- The agencies that may see a dossier: the one that received it, and those on whose desks it lies or lay.
create table dossier_agencies (
    agency     text not null,
    dossier_id blob not null,
    primary key (agency, dossier_id)
) strict, without rowid;
create index dossier_agencies_dossier on dossier_agencies (dossier_id);

create table step_turns (
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
create index step_turns_desk on step_turns (agency, role, due) where ended_at is null;

-- Numbers, commands, outgoing work.

create table counters (
    agency text not null,
    day    text not null,
    last   integer not null check (last > 0),
    primary key (agency, day)
) strict;

create table commands (
    caller     text not null,
    key        text not null,
    body_hash  blob not null,
    dossier_id blob not null,
    seq        integer not null,
    at         text not null,
    primary key (caller, key)
) strict;

create table outbox (
    id           blob primary key not null,
    dossier_id   blob not null,
    seq          integer not null,
    topic        text not null,
    state        text not null check (state in ('pending', 'claimed', 'done', 'dead')),
    attempts     integer not null,
    locked_by    text,
    available_at text not null
) strict;
create index outbox_waiting on outbox (available_at, id) where state in ('pending', 'claimed');
