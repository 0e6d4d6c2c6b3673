-- Dossiers of several agencies: one supplement request for all, one rescheduling that names who caused it, the papers of
-- a bundle's members, consultations.

-- Each leg of a published version has one responsible agency under every agency that receives it.
alter table procedure_versions add column legs_without_agency integer not null default 0
    constraint "lead-and-coordinators" check (legs_without_agency = 0);

-- What each agency still to act needs of a supplement request that is, or was, gathered; said once, between the moment it
-- was asked and the last one at which it is heard.
create table needs (
    dossier_id  uuid not null,
    gathering   integer not null check (gathering > 0),
    agency      text not null,
    asked_at    timestamptz not null,
    heard_until timestamptz not null,
    state       text not null check (state in ('waiting', 'stated', 'silent')),
    stated_at   timestamptz,
    stated_by   uuid,
    items       integer not null check (items >= 0),
    constraint "one-request-for-all-agencies" primary key (dossier_id, gathering, agency),
    constraint stated_whole check (
        (state = 'stated') = (stated_at is not null)
        and (state = 'stated') = (stated_by is not null)
        and (items = 0 or state = 'stated')
    ),
    constraint stated_in_time check (stated_at <= heard_until)
);
create index needs_waiting on needs (agency) where state = 'waiting';

-- No request goes out while an agency may still say what it needs.
create function requests_hear_all() returns trigger language plpgsql as $$
begin
    if exists (
        select 1 from needs
        where dossier_id = new.dossier_id and state <> 'stated' and new.at between asked_at and heard_until
    ) then
        raise exception 'an agency is still to say what it needs'
            using errcode = 'check_violation', constraint = 'one-request-for-all-agencies';
    end if;
    return new;
end
$$;
create trigger requests_hear_all before insert on requests
    for each row when (new.kind = 'supplement') execute function requests_hear_all();

-- The agency that holds a dossier up, and who put its name to the reason.
alter table proposals
    add column held_up_by text,
    add column endorsed_by uuid,
    add constraint "head-approves" check (endorsed_by is null or held_up_by is not null);
create index proposals_held_up on proposals (held_up_by, asked_before) where held_up_by is not null;
alter table reschedules
    add column caused_by text,
    add column endorsed_by uuid,
    drop constraint "head-approves",
    add constraint "head-approves" check (
        role in ('head', 'deputy') and approved_by <> proposed_by
        and (caused_by is null) = (endorsed_by is null) and (endorsed_by is null or endorsed_by <> approved_by)
    );
alter table letters add column caused_by text;

-- The papers that the legs of a bundle end in; handed out by themselves where the procedure says so.
create table papers (
    dossier_id  uuid not null,
    leg         text not null,
    result      text not null check (result in ('granted', 'denied')),
    number      text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    returned_at timestamptz,
    primary key (dossier_id, leg),
    constraint returned_once_recorded check (returned_at >= recorded_at)
);

create table consultations (
    dossier_id  uuid not null,
    number      integer not null check (number > 0),
    asking      text not null,
    asked       text not null,
    at          timestamptz not null,
    due         timestamptz not null,
    answered_at timestamptz,
    unanswered  boolean not null,
    primary key (dossier_id, number),
    constraint asked_of_another check (asked <> asking),
    constraint due_after_asked check (due > at)
);
create index consultations_open on consultations (due) where answered_at is null and not unanswered;
create index consultations_asked on consultations (asked) where answered_at is null;
