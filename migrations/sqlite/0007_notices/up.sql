-- Messages on their way: one row for each, from the outbox to the person. None of them holds a name, an address or a text:
-- those are read from the log and from `people` when it is sent.
create table notices (
    id                 blob primary key not null,
    outbox_id          blob not null,
    dossier_id         blob not null,
    seq                integer not null,
    occasion           text not null,
    -- The member of staff who is told; nobody: the applicant.
    user_id            blob,
    channel            text not null check (channel = 'sms' or channel = 'email' or channel = 'none'),
    is_legal           integer not null check (is_legal = 0 or is_legal = 1),
    -- The moment before which it must have gone out, where the law sets one.
    deliver_before     text,
    state              text not null check (
        state = 'waiting' or state = 'claimed' or state = 'sent' or state = 'delivered' or state = 'failed'
        or state = 'settled'
    ),
    attempts           integer not null check (attempts >= 0),
    begun_at           text,
    available_at       text not null,
    claimed_by         blob,
    sent_at            text,
    delivered_at       text,
    provider_reference text,
    why                text,
    settled_at         text,
    settled_by         blob,
    settled_how        text,
    constraint claimed_by_one check ((state = 'claimed') = (claimed_by is not null)),
    constraint sent_when check (sent_at is not null or (state <> 'sent' and state <> 'delivered')),
    constraint delivered_when check ((state = 'delivered') = (delivered_at is not null)),
    constraint failed_why check (state <> 'failed' or why is not null),
    constraint settled_whole check (
        (state = 'settled') = (settled_at is not null)
        and (settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_how is null)
    ),
    constraint nobody_sends_by_none check (channel <> 'none' or sent_at is null)
) strict, without rowid;
-- Each person is told once of each occasion in each way, however many workers make the rows.
create unique index notices_once on notices (outbox_id, occasion, channel, coalesce(user_id, x''));
create index notices_waiting on notices (available_at, id) where state = 'waiting' or state = 'claimed';
create index notices_failed on notices (dossier_id) where state = 'failed';
create index notices_of_dossier on notices (dossier_id, seq);

-- Where staff are told.
alter table users add column phone text not null default '';
alter table users add column email text not null default '';
