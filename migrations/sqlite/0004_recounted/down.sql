alter table calendars drop column recounted_at;
