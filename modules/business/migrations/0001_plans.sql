create table plans (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  description text,
  price_cents bigint not null check (price_cents >= 0),
  currency text not null default 'USD' check (currency in ('USD', 'EUR', 'GBP')),
  billing_cycle text not null default 'monthly'
    check (billing_cycle in ('monthly', 'quarterly', 'yearly')),
  trial_days integer not null default 0 check (trial_days between 0 and 365),
  status text not null default 'active' check (status in ('active', 'inactive', 'archived')),
  is_public boolean not null default true,
  -- Plan of new accounts.
  is_default boolean not null default false,
  features jsonb not null default '{}',
  limits jsonb not null default '{}',
  rate_limit_tier text not null default 'free'
    check (rate_limit_tier in ('free', 'starter', 'professional', 'business', 'unlimited')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index plans_name on plans (lower(name));
create unique index plans_default on plans (is_default) where is_default;
create index plans_price on plans (price_cents, id);

create table subscriptions (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  plan_id uuid not null references plans,
  quantity integer not null default 1 check (quantity between 1 and 100000),
  status text not null check (status in ('trialing', 'active', 'past_due', 'unpaid', 'paused',
    'suspended', 'incomplete', 'cancelled', 'incomplete_expired')),
  -- Half open, [start, end). Null before it begins.
  current_period_start timestamptz,
  current_period_end timestamptz,
  -- Day of the month on which periods begin, or the last day of a shorter month.
  billing_anchor_day integer check (billing_anchor_day between 1 and 31),
  trial_start timestamptz,
  trial_end timestamptz,
  -- The last reminder that was sent, as days before the end of the trial.
  trial_reminder_days integer,
  cancel_at_period_end boolean not null default false,
  cancelled_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (current_period_end > current_period_start),
  check (current_period_end is not null or status = 'incomplete' or status = 'cancelled'
    or status = 'incomplete_expired')
);
create unique index subscriptions_live on subscriptions (account_id)
  where status not in ('cancelled', 'incomplete_expired');
create index subscriptions_account on subscriptions (account_id, created_at desc, id desc);
create index subscriptions_plan on subscriptions (plan_id);
create index subscriptions_created on subscriptions (created_at desc, id desc);
create index subscriptions_due on subscriptions (current_period_end)
  where status not in ('cancelled', 'incomplete_expired');

create table payment_methods (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  -- Id at the payment gateway. Card numbers are never stored.
  external_id text not null,
  payment_type text not null
    check (payment_type in ('card', 'bank', 'paypal', 'apple_pay', 'google_pay')),
  last_four text check (last_four ~ '^[0-9]{4}$'),
  brand text,
  exp_month integer check (exp_month between 1 and 12),
  exp_year integer check (exp_year between 2000 and 2200),
  cardholder_name text,
  is_default boolean not null default false,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (is_active or not is_default),
  constraint payment_methods_external unique (gateway, external_id)
);
create unique index payment_methods_default on payment_methods (account_id) where is_default;
create index payment_methods_account on payment_methods (account_id, created_at, id);
