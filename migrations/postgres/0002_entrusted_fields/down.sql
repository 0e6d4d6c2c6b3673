drop table user_fields;
