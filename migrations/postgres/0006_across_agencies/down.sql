drop table consultations;
drop table papers;
alter table letters drop column caused_by;
alter table reschedules
    drop constraint "head-approves",
    drop column endorsed_by,
    drop column caused_by,
    add constraint "head-approves" check (role in ('head', 'deputy') and approved_by <> proposed_by);
drop index proposals_held_up;
alter table proposals drop constraint "head-approves", drop column endorsed_by, drop column held_up_by;
drop trigger requests_hear_all on requests;
drop function requests_hear_all();
drop table needs;
alter table procedure_versions drop column legs_without_agency;
