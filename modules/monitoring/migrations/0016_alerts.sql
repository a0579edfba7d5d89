-- Alert rules: a metric of this server that stays above or below a threshold for some time.
create table alert_rules (
  id uuid primary key,
  name text not null,
  metric text not null,
  condition text not null check (condition in ('above', 'below')),
  threshold double precision not null,
  for_minutes integer not null default 0 check (for_minutes between 0 and 1440),
  severity text not null default 'medium' check (severity in ('low', 'medium', 'high', 'critical')),
  enabled boolean not null default true,
  notify_by_mail boolean not null default true,
  renotify_minutes integer check (renotify_minutes between 5 and 10080),
  -- pending: the condition holds. firing: it has held for long enough.
  state text not null default 'ok' check (state in ('ok', 'pending', 'firing')),
  state_since timestamptz not null default now(),
  current_value double precision,
  evaluated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index alert_rules_name on alert_rules (lower(name));
create index alert_rules_created on alert_rules (created_at, id);

create table alerts (
  id uuid primary key,
  source text not null check (source in ('rule', 'worker', 'system')),
  rule_id uuid references alert_rules on delete set null,
  type text not null,
  name text not null,
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  status text not null default 'open' check (status in ('open', 'acknowledged', 'resolved')),
  summary text,
  -- The account it concerns. Alerts belong to the administrators of the server, not to that account.
  about_account_id uuid references accounts on delete set null,
  metric text,
  condition text check (condition in ('above', 'below')),
  threshold double precision,
  current_value double precision,
  trigger_count integer not null default 1,
  details jsonb not null default '{}',
  dedupe_key text,
  note text,
  acknowledged_at timestamptz,
  acknowledged_by_id uuid references users on delete set null,
  resolved_at timestamptz,
  resolved_by_id uuid references users on delete set null,
  last_triggered_at timestamptz not null,
  notified_at timestamptz,
  created_at timestamptz not null
);
create unique index alerts_one_per_rule on alerts (rule_id) where status <> 'resolved';
create index alerts_created on alerts (created_at, id);
create index alerts_status on alerts (status, created_at, id);
create index alerts_severity on alerts (severity, created_at, id);
create index alerts_rule on alerts (rule_id, created_at);
create index alerts_dedupe on alerts (dedupe_key, last_triggered_at) where status <> 'resolved';
create index alerts_resolved on alerts (resolved_at);
create index alerts_account on alerts (about_account_id);
create index alerts_acknowledged_by on alerts (acknowledged_by_id);
create index alerts_resolved_by on alerts (resolved_by_id);

-- Activities of an alert, for administrators.
create table alert_activities (
  id uuid primary key,
  alert_id uuid not null references alerts on delete cascade,
  action text not null check (action in ('triggered', 'notified', 'acknowledged', 'resolved')),
  user_id uuid references users on delete set null,
  note text,
  value double precision,
  performed_at timestamptz not null
);
create index alert_activities_alert on alert_activities (alert_id, performed_at desc, id desc);
create index alert_activities_user on alert_activities (user_id);

-- Recent failed sign-ins, in all accounts.
create index audit_logs_login_failed on audit_logs (created_at) where action = 'user.login_failed';

-- Default rules; administrators can change and delete them.
insert into alert_rules (id, name, metric, condition, threshold, for_minutes, severity) values
  ('019ab000-0000-7000-8000-000000000001', 'Jobs were given up', 'jobs_dead', 'above', 0, 5, 'medium'),
  ('019ab000-0000-7000-8000-000000000002', 'Jobs wait too long', 'oldest_job_wait_seconds', 'above', 300, 5, 'high'),
  ('019ab000-0000-7000-8000-000000000003', 'A worker is away', 'workers_away', 'above', 0, 5, 'high'),
  ('019ab000-0000-7000-8000-000000000004', 'The disk fills up', 'disk_used_percent', 'above', 90, 10, 'critical'),
  ('019ab000-0000-7000-8000-000000000005', 'Mails cannot be sent', 'mails_failed_per_hour', 'above', 5, 5, 'high'),
  ('019ab000-0000-7000-8000-000000000006', 'Many sign-ins fail', 'sign_ins_failed_per_hour', 'above', 100, 5, 'medium'),
  ('019ab000-0000-7000-8000-000000000007', 'Requests fail', 'requests_failed_share', 'above', 5, 5, 'high');
