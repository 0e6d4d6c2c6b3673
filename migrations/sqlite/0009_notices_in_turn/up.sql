-- What is free, what the law demands apart: a claim reads no more rows than it takes, however many wait.
drop index notices_waiting;
create index notices_in_turn on notices (is_legal, available_at, id) where state in ('waiting', 'claimed');
