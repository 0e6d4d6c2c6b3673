-- Letters on paper, and the proof that an apology went out before the appointed day.

-- When the letter of a rescheduling went out and by which means, when it was found that it hadn't, and when the result was
-- there. One that goes out when its day has begun has its breach on record first, unless the result was there before.
alter table reschedules add column sent_at text;
alter table reschedules add column sent_by text check (sent_by = 'sms' or sent_by = 'email' or sent_by = 'other');
alter table reschedules add column unsent_at text;
alter table reschedules add column result_at text
    constraint "apology-before-appointed-day" check (
        (sent_at is null) = (sent_by is null)
        and (
            sent_at is null or sent_at < appointed_day or unsent_at is not null
            or (result_at is not null and result_at < appointed_day)
        )
        and (unsent_at is null or (unsent_at >= appointed_day and (sent_at is null or sent_at >= unsent_at)))
    );
update reschedules set
    sent_at = (select at from events where dossier_id = reschedules.dossier_id and kind = 'apology_sent'),
    sent_by = (select json_extract(payload, '$.means') from events where dossier_id = reschedules.dossier_id and kind = 'apology_sent'),
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
) strict, without rowid;

-- The letters that were issued, each under its number for ever. `seq` is the place in the dossier's log of the event that
-- it tells of; of a control sheet, of the last one that it shows. The bytes lie apart, sealed, under their hash.
create table issued_letters (
    id         blob primary key not null,
    dossier_id blob not null,
    seq        integer not null check (seq > 0),
    kind       text not null check (
        kind = 'receipt' or kind = 'guidance' or kind = 'supplement' or kind = 'refusal' or kind = 'apology'
        or kind = 'belated-apology' or kind = 'control-sheet' or kind = 'result-slip'
    ),
    agency     text not null,
    year       integer not null,
    ordinal    integer not null check (ordinal > 0),
    number     text not null,
    -- By which anyone finds out that a paper is genuine.
    code       text not null constraint issued_letters_code unique,
    issued_at  text not null,
    sha256     blob check (sha256 is null or length(sha256) = 32),
    signed     integer check (signed = 0 or signed = 1),
    constraint issued_letters_once unique (dossier_id, seq, kind),
    constraint issued_letters_number unique (agency, year, kind, ordinal),
    constraint printed_whole check ((sha256 is null) = (signed is null))
) strict, without rowid;

-- What was issued stays as it is: printed once, never taken back.
create trigger issued_letters_kept before update on issued_letters
when old.sha256 is not null or new.id <> old.id or new.dossier_id <> old.dossier_id or new.seq <> old.seq
    or new.kind <> old.kind or new.agency <> old.agency or new.year <> old.year or new.ordinal <> old.ordinal
    or new.number <> old.number or new.code <> old.code or new.issued_at <> old.issued_at
begin
    select raise(abort, 'issued letters stay as they are');
end;
create trigger issued_letters_not_taken_back before delete on issued_letters
begin
    select raise(abort, 'issued letters stay as they are');
end;

-- What staff are, as it stands under a letter; empty: what their role is called.
alter table users add column position text not null default '';

-- Where an agency's letters are written, and the sign that stands behind their numbers.
alter table agencies add column place text;
alter table agencies add column sign text;
