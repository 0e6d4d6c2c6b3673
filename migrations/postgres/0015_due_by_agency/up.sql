-- What is due at a counter is found without walking through what is due in the whole province.
drop index dossiers_due;
create index dossiers_due on dossiers (agency, appointment) where finished_at is null;
