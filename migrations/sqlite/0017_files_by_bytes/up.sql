-- Whether anything still names the same bytes is found without reading every file's row.
create index files_bytes on files (sha256);
