-- What payment gateways and our payments say about the same money.

-- One comparison of a day, or another range of time. Comparing it again updates it.
create table reconciliation_reports (
  id uuid primary key,
  gateway text not null check (gateway in ('stripe', 'paypal', 'all')),
  report_date date not null,
  report_type text not null check (report_type in ('daily', 'weekly', 'monthly', 'custom')),
  status text not null check (status in ('pending', 'running', 'completed', 'failed')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  local_count integer not null default 0,
  gateway_count integer not null default 0,
  -- Ours minus theirs.
  variance_cents bigint not null default 0,
  -- Both sides by currency.
  totals jsonb not null default '{"currencies": []}',
  findings_count integer not null default 0,
  open_count integer not null default 0,
  high_count integer not null default 0,
  medium_count integer not null default 0,
  error text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  completed_at timestamptz
);
create unique index reconciliation_reports_day on reconciliation_reports (gateway, report_date, report_type);
create index reconciliation_reports_date on reconciliation_reports (report_date desc, id desc);
create index reconciliation_reports_gateway on reconciliation_reports (gateway, report_date desc, id desc);
create index reconciliation_reports_status on reconciliation_reports (status, report_date desc, id desc);

-- A difference. The same one is found again by each comparison, until it is gone.
create table reconciliation_flags (
  id uuid primary key,
  reconciliation_report_id uuid references reconciliation_reports on delete set null,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  external_id text not null,
  type text not null check (type in ('missing_payment', 'missing_provider_payment', 'duplicate_payment', 'amount_mismatch',
    'status_mismatch', 'unknown_transaction')),
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  status text not null check (status in ('open', 'investigating', 'resolved', 'dismissed')),
  description text not null,
  payment_id uuid references payments,
  amount_cents bigint,
  currency text,
  details jsonb not null default '{}',
  -- For how many comparisons, on different days, the gateway did not list our payment.
  miss_count integer not null default 1,
  missed_at timestamptz not null default now(),
  note text,
  resolved_by_id uuid references users on delete set null,
  resolved_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check ((status = 'resolved' or status = 'dismissed') = (resolved_at is not null))
);
create unique index reconciliation_flags_finding on reconciliation_flags (gateway, external_id, type);
create index reconciliation_flags_created on reconciliation_flags (created_at desc, id desc);
create index reconciliation_flags_status on reconciliation_flags (status, created_at desc, id desc);
create index reconciliation_flags_report on reconciliation_flags (reconciliation_report_id, created_at desc, id desc);
create index reconciliation_flags_payment on reconciliation_flags (payment_id);
create index reconciliation_flags_resolver on reconciliation_flags (resolved_by_id);

create table reconciliation_investigations (
  id uuid primary key,
  reconciliation_flag_id uuid not null references reconciliation_flags on delete cascade,
  investigator_id uuid references users on delete set null,
  status text not null check (status in ('open', 'in_progress', 'completed', 'escalated')),
  notes text,
  findings text,
  started_at timestamptz not null,
  completed_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create unique index reconciliation_investigations_open on reconciliation_investigations (reconciliation_flag_id)
  where status in ('open', 'in_progress');
create index reconciliation_investigations_flag on reconciliation_investigations (reconciliation_flag_id, created_at desc, id desc);
create index reconciliation_investigations_investigator on reconciliation_investigations (investigator_id);

-- Payments of the gateway that are not ours, although they name an account. Nothing is booked for them.
create table missing_payments (
  id uuid primary key,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  external_id text not null,
  about_account_id uuid not null references accounts on delete cascade,
  amount_cents bigint not null check (amount_cents > 0),
  currency text not null,
  status text not null check (status in ('logged', 'matched')),
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create unique index missing_payments_external on missing_payments (gateway, external_id);
create index missing_payments_account on missing_payments (about_account_id);

-- Our payments that the gateway has listed, whenever that was.
create table reconciled_payments (
  id uuid primary key references payments,
  matched_at timestamptz not null
);

create index payments_gateway_status on payments (gateway, status, created_at desc, id desc);
