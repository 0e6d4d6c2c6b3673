-- The files of dossiers: scans of what was handed in, result papers. The bytes lie apart, sealed, under their hash. A file may be
-- there before its dossier is: its owner is an id that the dossier will have.
create table files (
    id         blob primary key not null,
    dossier_id blob not null,
    -- Its place among the dossier's files, from 1.
    ordinal    integer not null check (ordinal > 0),
    sha256     blob not null check (length(sha256) = 32),
    name       text not null check (length(name) > 0 and length(name) <= 200),
    media_type text not null check (
        media_type = 'application/pdf' or media_type = 'image/jpeg' or media_type = 'image/png' or media_type = 'image/tiff'
        or media_type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        or media_type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        or media_type = 'application/vnd.oasis.opendocument.text'
    ),
    size       integer not null check (size > 0),
    at         text not null,
    -- The account that added it; none: the applicant did.
    added_by   blob,
    constraint files_in_order unique (dossier_id, ordinal),
    -- The same bytes under the same name are the same file.
    constraint files_once unique (dossier_id, sha256, name)
) strict, without rowid;

-- A file stays as it is. It goes only with a draft: what a dossier's log may name is never taken away.
create trigger files_kept before update on files
begin
    select raise(abort, 'files stay as they are');
end;
create trigger files_not_taken_away before delete on files
when exists (select 1 from events where dossier_id = old.dossier_id)
begin
    select raise(abort, 'files stay as they are');
end;
