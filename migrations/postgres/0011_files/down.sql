drop table files;
drop function files_kept;
