-- PostgreSQL compares with a list of words as it is: nothing to change.
select 1;
