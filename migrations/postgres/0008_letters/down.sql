alter table agencies drop column sign;
alter table agencies drop column place;
alter table users drop column position;
drop table issued_letters;
drop function issued_letters_kept;
drop table letter_numbers;
drop index reschedules_to_send;
alter table reschedules
    drop constraint "apology-before-appointed-day",
    add constraint "apology-before-appointed-day" check (
        approved_at < appointed_day
        and appointed_day <= from_at
        and from_at < appointed_day + interval '24 hours'
    ),
    drop column result_at,
    drop column unsent_at,
    drop column sent_by,
    drop column sent_at;
