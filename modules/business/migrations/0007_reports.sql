-- Reports that are written on a schedule, in the name of the user who created it.
create table scheduled_reports (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  name text not null,
  report_type text not null
    check (report_type in ('revenue', 'growth', 'churn', 'cohorts', 'customers', 'executive', 'subscriptions',
      'invoices', 'payments', 'credit_notes', 'ledger', 'plans')),
  format text not null check (format in ('csv', 'pdf')),
  all_accounts boolean not null default false,
  frequency text not null check (frequency in ('daily', 'weekly', 'monthly')),
  status text not null default 'active' check (status in ('active', 'paused')),
  -- Users of the account who get a link to each file.
  recipient_ids uuid[] not null check (cardinality(recipient_ids) between 1 and 50),
  next_run_at timestamptz not null,
  last_run_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index scheduled_reports_account on scheduled_reports (account_id, created_at desc, id desc);
create index scheduled_reports_user on scheduled_reports (user_id);
create index scheduled_reports_next on scheduled_reports (account_id, next_run_at, id);
create index scheduled_reports_due on scheduled_reports (next_run_at, id) where status = 'active';

create table report_requests (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  scheduled_report_id uuid references scheduled_reports on delete set null,
  name text not null,
  report_type text not null
    check (report_type in ('revenue', 'growth', 'churn', 'cohorts', 'customers', 'executive', 'subscriptions',
      'invoices', 'payments', 'credit_notes', 'ledger', 'plans')),
  format text not null check (format in ('csv', 'pdf')),
  all_accounts boolean not null default false,
  -- Both included.
  start_date date not null,
  end_date date not null,
  -- Rows created later are not in it.
  as_of timestamptz not null,
  status text not null default 'pending'
    check (status in ('pending', 'processing', 'completed', 'failed', 'cancelled')),
  error text,
  -- Increased each time that a worker begins; what an earlier one sends is ignored.
  turn integer not null default 0,
  progress integer not null default 0 check (progress between 0 and 100),
  row_count integer not null default 0,
  part_count integer not null default 0,
  -- Of the uncompressed file.
  size_bytes bigint not null default 0,
  crc bigint not null default 0,
  sha256 text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  expires_at timestamptz not null,
  check (start_date <= end_date),
  check ((status = 'completed') = (sha256 is not null))
);
create index report_requests_account on report_requests (account_id, created_at desc, id desc);
create index report_requests_status on report_requests (account_id, status, created_at desc, id desc);
create index report_requests_type on report_requests (account_id, report_type, created_at desc, id desc);
create index report_requests_schedule on report_requests (scheduled_report_id, created_at desc, id desc);
create index report_requests_user on report_requests (user_id);
create index report_requests_expires on report_requests (expires_at);

-- Parts of one deflate stream.
create table report_request_parts (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  report_request_id uuid not null references report_requests on delete cascade,
  part integer not null,
  content bytea not null
);
create unique index report_request_parts_one on report_request_parts (report_request_id, part);
create index report_request_parts_account on report_request_parts (account_id);

-- Reports read rows of every account in this order.
create index ledger_entries_occurred on ledger_entries (occurred_at, id);
