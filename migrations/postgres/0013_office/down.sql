alter table agencies drop column version;
alter table users drop column version;
drop table office_log;
drop function office_log_is_kept;
