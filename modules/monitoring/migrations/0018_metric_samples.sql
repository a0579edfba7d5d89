-- Metrics of each server process per minute, for the charts of Admin → Overview, kept for 30 days.
create table metric_samples (
  minute timestamptz not null,
  process_id uuid not null,
  requests integer not null,
  server_errors integer not null,
  -- Responses in each bucket of response times; see platform/http/sample.ts.
  durations integer[] not null,
  jobs_completed integer not null,
  jobs_failed integer not null,
  cable_connections integer not null,
  -- Highest number of queries that waited for a connection at once.
  pool_waiting integer not null,
  primary key (minute, process_id)
);
