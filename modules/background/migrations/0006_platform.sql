create table workers (
  id uuid primary key,
  name text not null unique,
  token_digest text not null unique,
  status text not null default 'active' check (status in ('active', 'suspended', 'revoked')),
  is_system boolean not null default false,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index workers_one_system on workers (is_system) where is_system;

-- Progress of running jobs; everything else about a job is in the row of pg-boss.
create table job_progress (
  job_id uuid primary key,
  progress integer not null check (progress between 0 and 100),
  updated_at timestamptz not null default now()
);

-- Replies to POSTs with an Idempotency-Key. committed_at is set in the transaction of the change
-- itself, so that after a crash of the server it shows whether the request changed anything.
create table idempotency_keys (
  scope text not null,
  key text not null,
  body_digest text not null,
  committed_at timestamptz,
  sealed_reply bytea,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- Broadcasts too large for NOTIFY, which then contains a reference to the row.
create unlogged table cable_payloads (
  id uuid primary key,
  message text not null,
  created_at timestamptz not null default now()
);
