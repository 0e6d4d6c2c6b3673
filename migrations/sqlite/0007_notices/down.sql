alter table users drop column email;
alter table users drop column phone;
drop table notices;
