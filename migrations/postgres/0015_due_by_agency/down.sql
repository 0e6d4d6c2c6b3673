drop index dossiers_due;
create index dossiers_due on dossiers (appointment) where finished_at is null;
