-- `insert or replace` deletes without asking the triggers that keep a row from that.
create trigger files_kept_from_replace before insert on files
when exists (
    select 1 from files
    where id = new.id
        or (dossier_id = new.dossier_id and ordinal = new.ordinal)
        or (dossier_id = new.dossier_id and sha256 = new.sha256 and name = new.name)
)
begin
    select raise(abort, 'UNIQUE constraint failed: files');
end;
create trigger feedback_kept_from_replace before insert on feedback
when exists (select 1 from feedback where id = new.id or number = new.number)
begin
    select raise(abort, 'UNIQUE constraint failed: feedback');
end;
