-- Dossiers of several agencies: one supplement request for all, one rescheduling that names who caused it, the papers of
-- a bundle's members, consultations.

-- Each leg of a published version has one responsible agency under every agency that receives it.
alter table procedure_versions add column legs_without_agency integer not null default 0
    constraint "lead-and-coordinators" check (legs_without_agency = 0);

-- What each agency still to act needs of a supplement request that is, or was, gathered; said once, between the moment it
-- was asked and the last one at which it is heard.
create table needs (
    dossier_id  blob not null,
    gathering   integer not null check (gathering > 0),
    agency      text not null,
    asked_at    text not null,
    heard_until text not null,
    state       text not null check (state in ('waiting', 'stated', 'silent')),
    stated_at   text,
    stated_by   blob,
    items       integer not null check (items >= 0),
    constraint "one-request-for-all-agencies" primary key (dossier_id, gathering, agency),
    constraint stated_whole check (
        (state = 'stated') = (stated_at is not null)
        and (state = 'stated') = (stated_by is not null)
        and (items = 0 or state = 'stated')
    ),
    constraint stated_in_time check (stated_at <= heard_until)
) strict;
create index needs_waiting on needs (agency) where state = 'waiting';

-- No request goes out while an agency may still say what it needs.
create trigger requests_hear_all before insert on requests
when new.kind = 'supplement'
    and exists (
        select 1 from needs
        where dossier_id = new.dossier_id and state <> 'stated' and new.at between asked_at and heard_until
    )
begin
    select raise(abort, 'CHECK constraint failed: one-request-for-all-agencies');
end;

-- The agency that holds a dossier up, and who put its name to the reason.
alter table proposals add column held_up_by text;
alter table proposals add column endorsed_by blob
    constraint "head-approves" check (endorsed_by is null or held_up_by is not null);
create index proposals_held_up on proposals (held_up_by, asked_before) where held_up_by is not null;
alter table reschedules add column caused_by text;
alter table reschedules add column endorsed_by blob
    constraint "head-approves" check (
        (caused_by is null) = (endorsed_by is null) and (endorsed_by is null or endorsed_by <> approved_by)
    );
alter table letters add column caused_by text;

-- The papers that the legs of a bundle end in; handed out by themselves where the procedure says so.
create table papers (
    dossier_id  blob not null,
    leg         text not null,
    result      text not null check (result in ('granted', 'denied')),
    number      text not null,
    recorded_at text not null,
    recorded_by blob not null,
    returned_at text,
    primary key (dossier_id, leg),
    constraint returned_once_recorded check (returned_at >= recorded_at)
) strict;

create table consultations (
    dossier_id  blob not null,
    number      integer not null check (number > 0),
    asking      text not null,
    asked       text not null,
    at          text not null,
    due         text not null,
    answered_at text,
    unanswered  integer not null check (unanswered in (0, 1)),
    primary key (dossier_id, number),
    constraint asked_of_another check (asked <> asking),
    constraint due_after_asked check (due > at)
) strict;
create index consultations_open on consultations (due) where answered_at is null and unanswered = 0;
create index consultations_asked on consultations (asked) where answered_at is null;
