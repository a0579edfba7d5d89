-- Object storages, which accounts bring along or the operator provides, and what regular checks of storages found.
alter table storage
  drop constraint storage_provider_type_check,
  add check (provider_type in
    ('local', 's3', 'minio', 'wasabi', 'cloudflare_r2', 'backblaze_b2', 'digitalocean_spaces')),
  drop constraint storage_status_check,
  add check (status in ('active', 'inactive', 'maintenance', 'failed')),
  drop constraint storage_check,
  add constraint storage_check check (status in ('active', 'failed') or not is_default),
  -- The secret key of an object storage.
  add column sealed_secret bytea,
  -- At a provider of the account: it does not use the space that the operator allows.
  add column is_own boolean not null default false,
  -- Checks that failed one after the other.
  add column failed_checks integer not null default 0,
  add column last_checked_at timestamptz,
  -- Why the last check or test failed, in words.
  add column problem text;

-- Objects that no row describes, found by the reconciler. They are removed if they are found again a day later.
create table unknown_objects (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  storage_id uuid not null references storage on delete cascade,
  key text not null,
  found_at timestamptz not null,
  constraint unknown_objects_key unique (storage_id, key)
);
create index unknown_objects_account on unknown_objects (account_id);
