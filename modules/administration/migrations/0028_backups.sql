-- Scheduled and requested backups; the files are in a folder of the server.
create table backups (
  id uuid primary key,
  scheduled boolean not null,
  started_by_id uuid references users on delete set null,
  status text not null default 'running' check (status in ('running', 'completed', 'failed')),
  path text not null,
  size_bytes bigint,
  row_count bigint,
  error text,
  started_at timestamptz not null,
  -- Heartbeat of the server that writes it, every few seconds.
  seen_at timestamptz not null,
  ended_at timestamptz
);
create unique index backups_running on backups (status) where status = 'running';
create index backups_started on backups (started_at, id);
create index backups_completed on backups (started_at) where status = 'completed';
create index backups_started_by on backups (started_by_id);

insert into alert_rules (id, name, metric, condition, threshold, for_minutes, severity) values
  ('019ab000-0000-7000-8000-000000000008', 'Backups are missing', 'backups_missed', 'above', 0, 5, 'high')
on conflict do nothing;
