-- The mailbox by state; counting log lines by the process that wrote them.
create index mails_status on mails (status, created_at desc, id desc);
create index system_logs_source on system_logs (source, level);

-- Searching for a part of a text uses trigrams. Without the extension, search works but is slower.
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index mails_search on mails using gin (to_address gin_trgm_ops, subject gin_trgm_ops);
    create index system_logs_search on system_logs using gin (message gin_trgm_ops, (metadata::text) gin_trgm_ops);
  end if;
end $$;
