-- Letters on paper, and the proof that an apology went out before the appointed day.

-- When the letter of a rescheduling went out and by which means, when it was found that it hadn't, and when the result was
-- there. One that goes out when its day has begun has its breach on record first, unless the result was there before.
alter table reschedules
    add column sent_at timestamptz,
    add column sent_by text check (sent_by in ('sms', 'email', 'other')),
    add column unsent_at timestamptz,
    add column result_at timestamptz,
    drop constraint "apology-before-appointed-day",
    add constraint "apology-before-appointed-day" check (
        approved_at < appointed_day
        and appointed_day <= from_at
        and from_at < appointed_day + interval '24 hours'
        and (sent_at is null) = (sent_by is null)
        and (
            sent_at is null or sent_at < appointed_day or unsent_at is not null
            or (result_at is not null and result_at < appointed_day)
        )
        and (unsent_at is null or (unsent_at >= appointed_day and (sent_at is null or sent_at >= unsent_at)))
    );
update reschedules set
    sent_at = (select at from events where dossier_id = reschedules.dossier_id and kind = 'apology_sent'),
    sent_by = (select payload::json ->> 'means' from events where dossier_id = reschedules.dossier_id and kind = 'apology_sent'),
    unsent_at = (select at from events where dossier_id = reschedules.dossier_id and kind = 'apology_unsent'),
    result_at = (select finished_at from dossiers where id = reschedules.dossier_id);
create index reschedules_to_send on reschedules (appointed_day) where sent_at is null and unsent_at is null;

-- The last number of a series of letters: one for each agency, year and kind.
create table letter_numbers (
    agency text not null,
    year   integer not null,
    kind   text not null,
    last   integer not null check (last > 0),
    primary key (agency, year, kind)
);

-- The letters that were issued, each under its number for ever. `seq` is the place in the dossier's log of the event that
-- it tells of; of a control sheet, of the last one that it shows. The bytes lie apart, sealed, under their hash.
create table issued_letters (
    id         uuid primary key,
    dossier_id uuid not null,
    seq        bigint not null check (seq > 0),
    kind       text not null check (
        kind in (
            'receipt', 'guidance', 'supplement', 'refusal', 'apology', 'belated-apology', 'control-sheet', 'result-slip'
        )
    ),
    agency     text not null,
    year       integer not null,
    ordinal    integer not null check (ordinal > 0),
    number     text not null,
    -- By which anyone finds out that a paper is genuine.
    code       text not null constraint issued_letters_code unique,
    issued_at  timestamptz not null,
    sha256     bytea check (length(sha256) = 32),
    signed     boolean,
    constraint issued_letters_once unique (dossier_id, seq, kind),
    constraint issued_letters_number unique (agency, year, kind, ordinal),
    constraint printed_whole check ((sha256 is null) = (signed is null))
);

-- What was issued stays as it is: printed once, never taken back.
create function issued_letters_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.sha256 is null
        and (new.id, new.dossier_id, new.seq, new.kind, new.agency, new.year, new.ordinal, new.number, new.code, new.issued_at)
        = (old.id, old.dossier_id, old.seq, old.kind, old.agency, old.year, old.ordinal, old.number, old.code, old.issued_at)
    then
        return new;
    end if;
    raise exception 'issued letters stay as they are';
end $$;
create trigger issued_letters_kept before update or delete on issued_letters
    for each row execute function issued_letters_kept();
create trigger issued_letters_not_emptied before truncate on issued_letters
    for each statement execute function issued_letters_kept();

-- What staff are, as it stands under a letter; empty: what their role is called.
alter table users add column position text not null default '';

-- Where an agency's letters are written, and the sign that stands behind their numbers.
alter table agencies add column place text;
alter table agencies add column sign text;
