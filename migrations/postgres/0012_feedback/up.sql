-- What people complain of or propose, and the written answer, public without their name or contact.
create table feedback (
    id                 uuid primary key,
    number             text not null constraint feedback_number unique,
    -- The agency that is to answer.
    agency             text not null,
    -- The number of the dossier that it is about, if it is about one.
    dossier            text,
    raised_at          timestamptz not null,
    due                timestamptz not null,
    answered_at        timestamptz,
    answered_by        uuid,
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
);
create index feedback_open on feedback (due, id) where answered_at is null;
create index feedback_published on feedback (answered_at, id) where answered_at is not null;

-- Who raised it, and in which words: never published, and may be forgotten.
create table feedback_people (
    id       uuid primary key,
    question text not null,
    name     text not null,
    phone    text not null,
    email    text not null
);

-- It stays as it was raised; what was answered and published stays as it is.
create function feedback_answered_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.answered_at is null
        and (new.id, new.number, new.agency, new.raised_at, new.due)
        = (old.id, old.number, old.agency, old.raised_at, old.due)
        and new.dossier is not distinct from old.dossier
    then
        return new;
    end if;
    raise exception 'feedback stays as it was raised, and as it was answered'
        using errcode = 'check_violation', constraint = 'answered-once';
end $$;
create trigger feedback_answered_once before update or delete on feedback
    for each row execute function feedback_answered_once();
create trigger feedback_not_emptied before truncate on feedback
    for each statement execute function feedback_answered_once();
