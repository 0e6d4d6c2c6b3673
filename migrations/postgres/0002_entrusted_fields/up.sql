-- The fields entrusted to a deputy: inside them they approve what the head approves (3.b¶3).

create table user_fields (
    user_id uuid not null references users (id),
    field   text not null check (trim(field) <> ''),
    primary key (user_id, field)
);
