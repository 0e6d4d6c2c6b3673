-- Nothing to change: PostgreSQL compares with a list of words as it is.
select 1;
