-- A row for each change. The newest row of a name is its value; without a row, the default applies.
create table admin_settings (
  id uuid primary key,
  name text not null check (name ~ '^[a-z_]{1,100}$'),
  old_value jsonb not null,
  new_value jsonb not null,
  changed_by_id uuid references users on delete set null,
  created_at timestamptz not null default now()
);
create index admin_settings_name on admin_settings (name, created_at desc);
create index admin_settings_created on admin_settings (created_at, id);

-- Lists across accounts: newest first, by name, by status.
create index accounts_created on accounts (created_at, id);
create index accounts_name on accounts (name, id);
create index accounts_status on accounts (status, created_at, id);
create index users_created on users (created_at, id);
create index users_name on users (name, id);
create index users_status on users (status, created_at, id);

-- Searching for a part of a name uses trigrams. Without the extension, search works but is slower.
do $$ begin
  if exists (select from pg_available_extensions where name = 'pg_trgm') then
    create extension if not exists pg_trgm;
    create index accounts_search on accounts using gin (name gin_trgm_ops, subdomain gin_trgm_ops);
    create index users_search on users using gin (name gin_trgm_ops, email gin_trgm_ops);
  end if;
exception when insufficient_privilege then
  raise notice 'pg_trgm is not there and may not be created: search across accounts will be slower';
end $$;

-- Log lines of the processes of this installation. Unlogged, because they may be lost in a crash.
create unlogged table system_logs (
  id uuid primary key,
  level text not null check (level in ('info', 'warn', 'error', 'fatal')),
  source text not null check (source in ('server', 'worker')),
  message text not null,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index system_logs_created on system_logs (created_at, id);
create index system_logs_level on system_logs (level, created_at, id);
