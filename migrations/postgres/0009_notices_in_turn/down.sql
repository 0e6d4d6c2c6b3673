drop index notices_in_turn;
create index notices_waiting on notices (available_at, id) where state in ('waiting', 'claimed');
