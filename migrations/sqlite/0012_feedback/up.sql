-- What people complain of or propose, and the written answer, public without their name or contact.
create table feedback (
    id                 blob primary key not null,
    number             text not null constraint feedback_number unique,
    -- The agency that is to answer.
    agency             text not null,
    -- The number of the dossier that it is about, if it is about one.
    dossier            text,
    raised_at          text not null,
    due                text not null,
    answered_at        text,
    answered_by        blob,
    published_question text,
    answer             text,
    constraint due_after_it_was_raised check (due > raised_at),
    constraint "answer-in-writing" check (
        (answered_at is null) = (answered_by is null)
        and (answered_at is null) = (published_question is null)
        and (answered_at is null) = (answer is null)
        and (answered_at is null or answered_at >= raised_at)
        and (published_question is null or trim(published_question) <> '')
        and (answer is null or trim(answer) <> '')
    )
) strict, without rowid;
create index feedback_open on feedback (due, id) where answered_at is null;
create index feedback_published on feedback (answered_at, id) where answered_at is not null;

-- Who raised it, and in which words: never published, and may be forgotten.
create table feedback_people (
    id       blob primary key not null,
    question text not null,
    name     text not null,
    phone    text not null,
    email    text not null
) strict, without rowid;

-- It stays as it was raised; what was answered and published stays as it is.
create trigger feedback_answered_once before update on feedback
when old.answered_at is not null or new.id <> old.id or new.number <> old.number or new.agency <> old.agency
    or new.dossier is not old.dossier or new.raised_at <> old.raised_at or new.due <> old.due
begin
    select raise(abort, 'CHECK constraint failed: answered-once');
end;
create trigger feedback_not_taken_back before delete on feedback
begin
    select raise(abort, 'CHECK constraint failed: answered-once');
end;
