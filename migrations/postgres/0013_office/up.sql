-- What administrators do, written down: who, when, what, about what. Nobody: from the command line.
create table office_log (
    id      uuid primary key,
    at      timestamptz not null,
    user_id uuid references users (id),
    subject text not null check (subject in ('account', 'agency', 'calendar', 'procedure')),
    about   text collate "C" not null,
    deed    text not null,
    changes text not null,
    -- The key of the form that was sent, so that it acts once.
    key       text,
    body_hash bytea,
    constraint office_log_once unique (user_id, key),
    constraint key_whole check ((key is null) = (body_hash is null))
);
create index office_log_about on office_log (subject, about, id);

create function office_log_is_kept() returns trigger language plpgsql as
$$ begin raise exception 'the office log is append-only'; end $$;
create trigger office_log_kept before update or delete on office_log
    for each row execute function office_log_is_kept();
create trigger office_log_kept_whole before truncate on office_log
    for each statement execute function office_log_is_kept();
revoke update, delete, truncate on office_log from public, current_user;

-- Counts the changes of a row, so that of two who change it at once the second is told.
alter table users add column version bigint not null default 1;
alter table agencies add column version bigint not null default 1;
