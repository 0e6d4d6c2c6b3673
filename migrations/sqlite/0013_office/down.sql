alter table agencies drop column version;
alter table users drop column version;
drop table office_log;
