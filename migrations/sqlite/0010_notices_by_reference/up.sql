-- A receipt names a message as the other side calls it.
create index notices_by_reference on notices (provider_reference) where state = 'sent';
