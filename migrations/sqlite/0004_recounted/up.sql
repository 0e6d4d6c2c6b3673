-- When the open appointments that a version of a calendar touches had been counted anew; null: not yet.

alter table calendars add column recounted_at text;
update calendars set recounted_at = at;
