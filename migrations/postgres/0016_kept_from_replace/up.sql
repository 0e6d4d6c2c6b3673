-- PostgreSQL has no insert that replaces: nothing is to be done.
select 1;
