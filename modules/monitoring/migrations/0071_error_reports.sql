-- Distinct errors in the logs of servers and workers, with how often each occurred.
create table error_reports (
  id uuid primary key,
  fingerprint bytea not null constraint error_reports_fingerprint unique,
  source text not null check (source in ('server', 'worker')),
  message text not null,
  stack text,
  -- Of the last occurrence.
  request_id text,
  occurrence_count bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index error_reports_last on error_reports (last_at desc, id desc);
