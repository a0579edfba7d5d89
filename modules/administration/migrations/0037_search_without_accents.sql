-- The search for users ignores accents: "zoe" finds "Zoë". The expression is the one of matchesUser.
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    drop index users_search;
    create index users_search on users
      using gin (regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g') gin_trgm_ops, email gin_trgm_ops);
  end if;
end $$;
