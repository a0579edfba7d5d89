alter table workers
  add column description text,
  add column token_preview text not null default '',
  -- Also valid until it expires.
  add column previous_token_digest text unique,
  add column previous_token_expires_at timestamptz,
  add column token_rotated_at timestamptz,
  -- Configuration sent with each lease: how many jobs at a time, of which queues.
  add column concurrency integer check (concurrency between 1 and 500),
  add column queues text[] not null default '{}',
  add column completed_count bigint not null default 0,
  add column failed_count bigint not null default 0,
  drop constraint workers_status_check,
  add constraint workers_status_check check (status in ('active', 'suspended'));
create index workers_created on workers (created_at, id);

-- Activities of a worker, for its administrators.
create table worker_activities (
  id uuid primary key,
  worker_id uuid not null references workers on delete cascade,
  action text not null,
  successful boolean not null default true,
  message text,
  details jsonb not null default '{}',
  ip_address text,
  performed_at timestamptz not null default now()
);
create index worker_activities_worker on worker_activities (worker_id, performed_at desc, id desc);

-- Which worker has which job. Unlogged, because leases without a heartbeat expire anyway.
create unlogged table job_leases (
  job_id uuid primary key,
  worker_id uuid not null references workers on delete cascade,
  name text not null,
  leased_at timestamptz not null default now()
);
create index job_leases_worker on job_leases (worker_id);
