create table boats (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null,
  status text not null default 'active' check (status in ('active', 'retired')),
  painted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index boats_name on boats (account_id, lower(name));
create index boats_account on boats (account_id, created_at, id);
