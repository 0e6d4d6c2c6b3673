drop table feedback_people;
drop table feedback;
drop function feedback_answered_once;
delete from letter_numbers where kind = 'feedback';
