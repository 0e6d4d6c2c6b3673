-- Messages on their way: one row for each, from the outbox to the person. None of them holds a name, an address or a text:
-- those are read from the log and from `people` when it is sent.
create table notices (
    id                 uuid primary key,
    outbox_id          uuid not null,
    dossier_id         uuid not null,
    seq                bigint not null,
    occasion           text not null,
    -- The member of staff who is told; nobody: the applicant.
    user_id            uuid,
    channel            text not null check (channel in ('sms', 'email', 'none')),
    is_legal           boolean not null,
    -- The moment before which it must have gone out, where the law sets one.
    deliver_before     timestamptz,
    state              text not null check (
        state in ('waiting', 'claimed', 'sent', 'delivered', 'failed', 'settled')
    ),
    attempts           integer not null check (attempts >= 0),
    begun_at           timestamptz,
    available_at       timestamptz not null,
    claimed_by         uuid,
    sent_at            timestamptz,
    delivered_at       timestamptz,
    provider_reference text,
    why                text,
    settled_at         timestamptz,
    settled_by         uuid,
    settled_how        text,
    constraint claimed_by_one check ((state = 'claimed') = (claimed_by is not null)),
    constraint sent_when check (sent_at is not null or state not in ('sent', 'delivered')),
    constraint delivered_when check ((state = 'delivered') = (delivered_at is not null)),
    constraint failed_why check (state <> 'failed' or why is not null),
    constraint settled_whole check (
        (state = 'settled') = (settled_at is not null)
        and (settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_how is null)
    ),
    constraint nobody_sends_by_none check (channel <> 'none' or sent_at is null)
);
-- Each person is told once of each occasion in each way, however many workers make the rows.
create unique index notices_once on notices
    (outbox_id, occasion, channel, coalesce(user_id, '00000000-0000-0000-0000-000000000000'::uuid));
create index notices_waiting on notices (available_at, id) where state in ('waiting', 'claimed');
create index notices_failed on notices (dossier_id) where state = 'failed';
create index notices_of_dossier on notices (dossier_id, seq);

-- Where staff are told.
alter table users
    add column phone text not null default '',
    add column email text not null default '';
