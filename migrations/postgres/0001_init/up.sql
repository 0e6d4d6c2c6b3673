-- Catalogue: what there is to apply for.

create table calendars (
    code    text not null,
    version integer not null check (version > 0),
    body    text not null,
    at      timestamptz not null,
    primary key (code, version)
);

create table agencies (
    code     text primary key,
    name     text not null,
    parent   text references agencies (code),
    calendar text not null,
    counter  text,
    address  text,
    hotline  text
);

create table procedure_drafts (
    procedure text primary key,
    name      text not null,
    body      text not null,
    lacks     text not null,
    at        timestamptz not null
);

create table procedure_versions (
    procedure         text not null,
    number            integer not null check (number > 0),
    current           boolean not null,
    name              text not null,
    name_folded       text not null,
    field             text not null,
    body              text not null,
    published_load    bigint not null,
    longest_load      bigint not null,
    review_components text not null,
    review_conditions text not null,
    review_delegation text not null,
    at                timestamptz not null,
    primary key (procedure, number),
    constraint "within-published-time" check (longest_load <= published_load),
    constraint "simplification-first"
        check (trim(review_components) <> '' and trim(review_conditions) <> '' and trim(review_delegation) <> '')
);
create unique index procedure_versions_current on procedure_versions (procedure) where current;

-- Accounts and sessions.

create table users (
    id            uuid primary key,
    username      text not null unique,
    password_hash text not null,
    name          text not null,
    agency        text not null references agencies (code),
    active        boolean not null,
    at            timestamptz not null
);

create table user_roles (
    user_id uuid not null references users (id),
    role    text not null
        check (role in ('clerk', 'officer', 'leader', 'head', 'deputy', 'supervisor', 'administrator')),
    primary key (user_id, role)
);

create table sessions (
    family     uuid primary key,
    user_id    uuid not null references users (id),
    at         timestamptz not null,
    revoked_at timestamptz
);

create table refresh_tokens (
    hash       bytea primary key,
    family     uuid not null references sessions (family),
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index refresh_tokens_family on refresh_tokens (family);

-- The log: append-only, hash-chained per dossier.

create table events (
    dossier_id uuid not null,
    seq        bigint not null check (seq > 0),
    kind       text not null,
    version    integer not null check (version > 0),
    at         timestamptz not null,
    actor      text not null check (actor in ('staff', 'applicant', 'system')),
    user_id    uuid,
    payload    text not null,
    prev_hash  bytea not null check (length(prev_hash) = 32),
    hash       bytea not null check (length(hash) = 32),
    primary key (dossier_id, seq),
    check ((actor = 'staff') = (user_id is not null))
);
-- What happens once in a dossier's life happens once here too.
create unique index events_once on events (dossier_id, kind)
    where kind in ('submitted', 'accepted', 'refused', 'withdrawn', 'result_recorded', 'result_returned', 'rated');

create function events_are_kept() returns trigger language plpgsql as
$$ begin raise exception 'the event log is append-only'; end $$;
create trigger events_kept before update or delete on events
    for each row execute function events_are_kept();
create trigger events_kept_whole before truncate on events
    for each statement execute function events_are_kept();
revoke update, delete, truncate on events from public, current_user;

-- Personal data, apart from the log.

create table people (
    id          uuid primary key,
    dossier_id  uuid not null,
    part        text not null check (part in ('applicant', 'recipient')),
    kind        text check (kind in ('citizen', 'enterprise', 'state_agency', 'organisation')),
    name        text not null,
    name_folded text not null,
    identity    text not null,
    phone       text not null,
    email       text not null,
    address     text not null,
    request     text not null
);
create index people_dossier on people (dossier_id);
create index people_identity on people (identity);
create index people_phone on people (phone);

-- Query tables: derived from the log, made anew by `motcua rebuild`.

create table dossiers (
    id                uuid primary key,
    seq               bigint not null,
    head_hash         bytea not null,
    code              text collate "C" unique,
    stage             text not null
        check (stage in ('submitted', 'accepted', 'in_progress', 'result_ready', 'returned', 'refused', 'withdrawn')),
    agency            text not null,
    procedure         text not null,
    procedure_version integer not null,
    case_code         text not null,
    channel           text not null check (channel in ('counter', 'online', 'post')),
    applicant         uuid not null,
    faults            integer not null,
    submitted_at      timestamptz not null,
    accepted_at       timestamptz,
    first_appointment timestamptz,
    appointment       timestamptz,
    overdue_after     timestamptz,
    provisional       boolean not null,
    refusal_ground    text,
    result            text check (result in ('granted', 'denied')),
    finished_at       timestamptz,
    returned_at       timestamptz,
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
);
create index dossiers_agency on dossiers (agency, id);
create index dossiers_due on dossiers (appointment) where finished_at is null;

-- The agencies that may see a dossier: the one that received it, and those on whose desks it lies or lay.
create table dossier_agencies (
    agency     text not null,
    dossier_id uuid not null,
    primary key (agency, dossier_id)
);
create index dossier_agencies_dossier on dossier_agencies (dossier_id);

create table step_turns (
    dossier_id    uuid not null,
    step          text not null,
    visit         integer not null check (visit > 0),
    leg           text not null,
    agency        text not null,
    role          text not null,
    officer       uuid,
    given_minutes bigint not null check (given_minutes >= 0),
    opened_at     timestamptz not null,
    due           timestamptz not null,
    ended_at      timestamptz,
    used_minutes  bigint check (used_minutes >= 0),
    ended         text check (ended in ('done', 'sent_back')),
    ended_by      uuid,
    primary key (dossier_id, step, visit),
    constraint ended_whole check (
        (ended_at is null) = (ended is null)
        and (ended_at is null) = (used_minutes is null)
        and (ended_at is null) = (ended_by is null)
    )
);
create index step_turns_desk on step_turns (agency, role, due) where ended_at is null;

-- Numbers, commands, outgoing work.

create table counters (
    agency text not null,
    day    text not null,
    last   integer not null check (last > 0),
    primary key (agency, day)
);

create table commands (
    caller     text not null,
    key        text not null,
    body_hash  bytea not null,
    dossier_id uuid not null,
    seq        bigint not null,
    at         timestamptz not null,
    primary key (caller, key)
);

create table outbox (
    id           uuid primary key,
    dossier_id   uuid not null,
    seq          bigint not null,
    topic        text not null,
    state        text not null check (state in ('pending', 'claimed', 'done', 'dead')),
    attempts     integer not null,
    locked_by    text,
    available_at timestamptz not null
);
create index outbox_waiting on outbox (available_at, id) where state in ('pending', 'claimed');
