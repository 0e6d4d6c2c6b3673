-- What administrators do, written down: who, when, what, about what. Nobody: from the command line.
create table office_log (
    id      blob primary key not null,
    at      text not null,
    user_id blob references users (id),
    subject text not null check (subject in ('account', 'agency', 'calendar', 'procedure')),
    about   text not null,
    deed    text not null,
    changes text not null,
    -- The key of the form that was sent, so that it acts once.
    key       text,
    body_hash blob,
    constraint office_log_once unique (user_id, key),
    constraint key_whole check ((key is null) = (body_hash is null))
) strict, without rowid;
create index office_log_about on office_log (subject, about, id);

create trigger office_log_kept_from_update before update on office_log
begin
    select raise(abort, 'the office log is append-only');
end;
create trigger office_log_kept_from_delete before delete on office_log
begin
    select raise(abort, 'the office log is append-only');
end;
-- `insert or replace` deletes without asking the trigger above.
create trigger office_log_kept_from_replace before insert on office_log
when exists (
    select 1 from office_log where id = new.id or (user_id = new.user_id and key = new.key)
)
begin
    select raise(abort, 'UNIQUE constraint failed: office_log_once');
end;

-- Counts the changes of a row, so that of two who change it at once the second is told.
alter table users add column version integer not null default 1;
alter table agencies add column version integer not null default 1;
