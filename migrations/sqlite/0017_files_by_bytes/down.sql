drop index files_bytes;
