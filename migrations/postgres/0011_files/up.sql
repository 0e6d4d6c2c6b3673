-- The files of dossiers: scans of what was handed in, result papers. The bytes lie apart, sealed, under their hash. A file may be
-- there before its dossier is: its owner is an id that the dossier will have.
create table files (
    id         uuid primary key,
    dossier_id uuid not null,
    -- Its place among the dossier's files, from 1.
    ordinal    integer not null check (ordinal > 0),
    sha256     bytea not null check (length(sha256) = 32),
    name       text not null check (length(name) > 0 and length(name) <= 200),
    media_type text not null check (
        media_type in (
            'application/pdf', 'image/jpeg', 'image/png', 'image/tiff',
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            'application/vnd.oasis.opendocument.text'
        )
    ),
    size       bigint not null check (size > 0),
    at         timestamptz not null,
    -- The account that added it; none: the applicant did.
    added_by   uuid,
    constraint files_in_order unique (dossier_id, ordinal),
    -- The same bytes under the same name are the same file.
    constraint files_once unique (dossier_id, sha256, name)
);

-- A file stays as it is. It goes only with a draft: what a dossier's log may name is never taken away.
create function files_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select 1 from events where dossier_id = old.dossier_id) then
        return old;
    end if;
    raise exception 'files stay as they are';
end $$;
create trigger files_kept before update or delete on files
    for each row execute function files_kept();
create trigger files_not_emptied before truncate on files
    for each statement execute function files_kept();
