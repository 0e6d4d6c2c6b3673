alter table users drop column email, drop column phone;
drop table notices;
