-- Monitored services: parts of this installation, and internal and external services.
create table services (
  id uuid primary key,
  name text not null constraint services_name_key unique,
  description text,
  kind text not null check (kind in ('internal', 'outside')),
  check_type text not null check (check_type in ('http', 'tcp', 'part')),
  url text,
  method text check (method in ('GET', 'HEAD')),
  expected_status_min integer check (expected_status_min between 100 and 599),
  expected_status_max integer check (expected_status_max between 100 and 599),
  expected_text text,
  sealed_bearer_token bytea,
  host text,
  port integer check (port between 1 and 65535),
  part text check (part in ('database', 'queue', 'worker', 'mail', 'redis', 'disk')),
  timeout_seconds integer not null default 10 check (timeout_seconds between 1 and 60),
  interval_seconds integer not null default 60 check (interval_seconds between 30 and 86400),
  failure_threshold integer not null default 3 check (failure_threshold between 1 and 10),
  slow_after_ms integer check (slow_after_ms > 0),
  on_status_page boolean not null default false,
  public_name text,
  position integer not null default 10,
  state text not null default 'unknown'
    check (state in ('up', 'degraded', 'down', 'unknown', 'paused')),
  state_since timestamptz not null default now(),
  consecutive_failures integer not null default 0,
  last_checked_at timestamptz,
  last_latency_ms integer,
  last_error text,
  -- Number of the current check; results of earlier checks are ignored.
  turn integer not null default 0,
  -- When the pending check was enqueued; null without one.
  asked_at timestamptz,
  next_check_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint services_target check (case check_type
    when 'http' then url is not null and method is not null
      and expected_status_min <= expected_status_max
    when 'tcp' then host is not null and port is not null
    else part is not null and kind = 'internal'
  end)
);
create index services_created on services (created_at, id);
create index services_position on services (position, id);
create index services_due on services (next_check_at) where state <> 'paused';

-- All checks of the last 90 days.
create table service_checks (
  id uuid primary key,
  service_id uuid not null references services on delete cascade,
  ok boolean not null,
  latency_ms integer not null,
  http_status integer,
  error text,
  checked_at timestamptz not null
);
create index service_checks_service on service_checks (service_id, checked_at desc, id desc);
create index service_checks_failed on service_checks (service_id, checked_at desc, id desc) where not ok;
create index service_checks_checked on service_checks (checked_at);

-- Totals of the checks: by hour for eight days, by day (UTC) for 400 days.
create table service_uptimes (
  service_id uuid not null references services on delete cascade,
  unit text not null check (unit in ('hour', 'day')),
  starts_at timestamptz not null,
  checks integer not null,
  failed integer not null,
  -- Only of checks with a response.
  answered integer not null,
  latency_ms_sum bigint not null,
  latency_ms_max integer not null,
  primary key (service_id, unit, starts_at)
);
create index service_uptimes_starts on service_uptimes (unit, starts_at);

create table service_incidents (
  id uuid primary key,
  service_id uuid not null references services on delete cascade,
  reason text not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
create unique index service_incidents_open on service_incidents (service_id) where ended_at is null;
create index service_incidents_service on service_incidents (service_id, started_at desc, id desc);
create index service_incidents_started on service_incidents (started_at);

-- The essential parts of an installation are monitored from the start. If one is deleted, it stays deleted.
insert into services (id, name, description, kind, check_type, part, position)
values
  (gen_random_uuid(), 'Database', 'PostgreSQL answers', 'internal', 'part', 'database', 1),
  (gen_random_uuid(), 'Job queue', 'Jobs are taken and few wait', 'internal', 'part', 'queue', 2),
  (gen_random_uuid(), 'Workers', 'At least one worker calls', 'internal', 'part', 'worker', 3),
  (gen_random_uuid(), 'Mail', 'Mail of the last day went out', 'internal', 'part', 'mail', 4),
  (gen_random_uuid(), 'Disk', 'There is room for data', 'internal', 'part', 'disk', 5);
