alter table subscriptions
  -- Take effect at the end of the current period.
  add pending_plan_id uuid references plans,
  add pending_quantity integer check (pending_quantity between 1 and 100000),
  -- Take effect when this invoice is paid.
  add upgrade_invoice_id uuid references invoices,
  add upgrade_plan_id uuid references plans,
  add upgrade_quantity integer check (upgrade_quantity between 1 and 100000),
  -- The next period was asked for: not again before this time.
  add collect_after timestamptz,
  -- Since when the gateway fails, so that the next period cannot be asked for.
  add gateway_failing_since timestamptz,
  -- The last reminder that was sent, as days before the end of a yearly period.
  add renewal_reminder_days integer,
  add paused_at timestamptz,
  add pause_reason text,
  add past_due_since timestamptz,
  add suspended_at timestamptz,
  add cancel_reason text check (cancel_reason in ('requested', 'payment_failure')),
  add cancel_comment text,
  add constraint subscriptions_pending check ((pending_plan_id is null) = (pending_quantity is null)),
  add constraint subscriptions_upgrade check ((upgrade_invoice_id is null) = (upgrade_plan_id is null)
    and (upgrade_invoice_id is null) = (upgrade_quantity is null));
create index subscriptions_period_end on subscriptions (current_period_end, id);
create index subscriptions_upgrading on subscriptions (id) where upgrade_invoice_id is not null;
create index subscriptions_unpaid on subscriptions (id) where status in ('incomplete', 'past_due', 'suspended');

alter table payment_methods
  -- The last notice that was sent, as days before it expires.
  add expiry_notice_days integer;
create index payment_methods_expiry on payment_methods (exp_year, exp_month) where is_default;

-- The collection of an invoice whose payment failed.
create table dunnings (
  id uuid primary key,
  account_id uuid not null references accounts,
  invoice_id uuid not null unique references invoices,
  subscription_id uuid not null references subscriptions,
  status text not null default 'open' check (status in ('open', 'recovered', 'exhausted', 'withdrawn')),
  first_failed_at timestamptz not null,
  -- Attempts of the timetable, the first failure included.
  attempts integer not null default 1 check (attempts > 0),
  -- Steps of the timetable that are done.
  step integer not null default 0 check (step >= 0),
  -- When the next step is due: an attempt, a notice, or the suspension. Null afterwards.
  next_step_at timestamptz,
  -- The payment of the current step.
  payment_id uuid references payments,
  failure_reason text not null,
  -- Why this server does not try again by itself.
  stopped_because text check (stopped_because in ('hard', 'authentication', 'no_payment_method')),
  -- Until when a new payment method is waited for.
  grace_until timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check ((status = 'open') = (closed_at is null)),
  check (status = 'open' or next_step_at is null)
);
create unique index dunnings_open on dunnings (account_id) where status = 'open';
create index dunnings_account on dunnings (account_id, created_at desc, id desc);
create index dunnings_created on dunnings (created_at desc, id desc);
create index dunnings_status on dunnings (status, created_at desc, id desc);
create index dunnings_due on dunnings (next_step_at, id) where next_step_at is not null;
create index dunnings_subscription on dunnings (subscription_id);
