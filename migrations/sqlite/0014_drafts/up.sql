-- Online submissions that aren't sent yet: kept under the id that the dossier will have, gone once it is sent or forgotten.
create table drafts (
    id         blob primary key not null,
    procedure  text not null,
    case_code  text not null,
    agency     text not null references agencies (code),
    body       text not null,
    at         text not null,
    changed_at text not null
) strict;
create index drafts_changed on drafts (changed_at);
