drop table feedback_people;
drop table feedback;
delete from letter_numbers where kind = 'feedback';
