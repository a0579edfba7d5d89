-- What each server process counted of itself in a minute: the charts of Admin → Overview, kept for 30 days.
create table metric_samples (
  minute timestamptz not null,
  process_id uuid not null,
  requests integer not null,
  server_errors integer not null,
  -- How many answers fell into each class of duration; see platform/http/sample.ts.
  durations integer[] not null,
  jobs_completed integer not null,
  jobs_failed integer not null,
  cable_connections integer not null,
  -- The most queries that waited for a connection at once.
  pool_waiting integer not null,
  primary key (minute, process_id)
);
