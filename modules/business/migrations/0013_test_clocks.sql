-- Accounts whose billing lives at another date, in installations that are not in production.
create table test_clocks (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  status text not null check (status in ('ready', 'advancing', 'failed')),
  -- The time of the account. It stands still until it is advanced.
  billing_time timestamptz not null,
  -- Where the last advance began and where it goes.
  advancing_from timestamptz not null,
  advancing_to timestamptz not null,
  -- Jobs of earlier turns do nothing.
  turn integer not null default 0,
  -- Since when a payment gateway has not answered, in real time.
  waiting_since timestamptz,
  error text,
  ended_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check (billing_time between advancing_from and advancing_to),
  check ((status = 'failed') = (error is not null))
);
create unique index test_clocks_account on test_clocks (account_id) where ended_at is null;
create index test_clocks_created on test_clocks (created_at desc, id desc);
create index test_clocks_of_account on test_clocks (account_id);

-- The times at which a clock stopped, with the real time from which on: what happened then happened at that time.
create table test_clock_stops (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  test_clock_id uuid not null references test_clocks on delete cascade,
  billing_time timestamptz not null,
  stopped_at timestamptz not null
);
create index test_clock_stops_clock on test_clock_stops (test_clock_id, stopped_at desc);
create index test_clock_stops_account on test_clock_stops (account_id);
