-- What subscriptions are worth by month, from which all metrics are computed. Rows that count are never deleted: an account
-- that ever paid cannot be deleted, and an old month can be computed again.

create table subscription_changes (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  subscription_id uuid not null references subscriptions on delete cascade,
  -- 1, 2, 3 … within the account, in the order of `at`.
  position integer not null check (position > 0),
  -- When it took effect: the end of a period that the sweep ends later, otherwise when it was recorded.
  at timestamptz not null,
  kind text not null
    check (kind in ('created', 'activated', 'renewed', 'plan', 'quantity', 'discount', 'status')),
  -- What holds from then on.
  status text not null check (status in ('trialing', 'active', 'past_due', 'unpaid', 'paused', 'suspended',
    'incomplete', 'cancelled', 'incomplete_expired')),
  plan_id uuid not null references plans,
  quantity integer not null,
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  mrr_cents bigint not null check (mrr_cents >= 0),
  service boolean not null,
  created_at timestamptz not null,
  check (mrr_cents = 0 or status = 'active' or status = 'past_due'),
  constraint subscription_changes_position unique (account_id, position)
);
create index subscription_changes_subscription on subscription_changes (subscription_id, position);
create index subscription_changes_plan on subscription_changes (plan_id);
create index subscription_changes_started on subscription_changes (at) where kind = 'created';
create index subscription_changes_ended on subscription_changes (at)
  where status in ('cancelled', 'incomplete_expired');
create trigger subscription_changes_keep before update on subscription_changes for each row
  execute function money_keep('A recorded change of a subscription cannot change');
create trigger subscription_changes_kept before delete on subscription_changes for each row
  when (old.mrr_cents > 0) execute function money_keep('A change that counts in metrics cannot be deleted');
create trigger subscription_changes_whole before truncate on subscription_changes
  execute function money_keep('Recorded changes of subscriptions cannot be deleted');

-- How a change moved the recurring revenue of its account. Their sum is the recurring revenue.
create table mrr_movements (
  change_id uuid primary key references subscription_changes,
  account_id uuid not null references accounts,
  position integer not null,
  -- The day of the change in UTC.
  date date not null,
  kind text not null check (kind in ('new', 'reactivation', 'expansion', 'contraction', 'churn')),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  amount_cents bigint not null check (amount_cents > 0),
  -- Positive if revenue was gained, negative if it was lost.
  net_cents bigint not null generated always as
    (case when kind in ('contraction', 'churn') then -amount_cents else amount_cents end) stored,
  -- Recurring revenue of the account after it.
  mrr_cents bigint not null check (mrr_cents >= 0),
  created_at timestamptz not null,
  check ((kind = 'churn') = (mrr_cents = 0)),
  constraint mrr_movements_position unique (account_id, position)
);
create index mrr_movements_date on mrr_movements (date);
-- The first payment of each account, which decides its cohort.
create unique index mrr_movements_first on mrr_movements (account_id) include (date) where kind = 'new';
create trigger mrr_movements_keep before update or delete or truncate on mrr_movements
  execute function money_keep('A movement of revenue cannot change');

-- Computed from changes and payments: deleting a row loses nothing.
create table revenue_snapshots (
  id uuid primary key,
  -- Null for all accounts. Accounts have rows only for periods in which something happened.
  account_id uuid references accounts on delete cascade,
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  period_type text not null check (period_type in ('daily', 'monthly')),
  -- The day, or the first day of the month.
  date date not null,
  -- At the end of the period.
  mrr_cents bigint not null, paying_customers integer not null,
  new_cents bigint not null, reactivation_cents bigint not null, expansion_cents bigint not null,
  contraction_cents bigint not null, churn_cents bigint not null,
  new_customers integer not null, reactivated_customers integer not null, churned_customers integer not null,
  -- Of the accounts that were paying at the start of the period: how many stopped, and what they gained and lost.
  lost_customers integer not null, kept_expansion_cents bigint not null, lost_cents bigint not null,
  payments_count integer not null, revenue_cents bigint not null,
  -- Who was paying at the end of a month, only of all accounts: by plan, by month of the first payment, and the largest.
  plans jsonb not null default '[]', cohorts jsonb not null default '[]', largest jsonb not null default '[]',
  computed_at timestamptz not null,
  constraint revenue_snapshots_period unique nulls not distinct (account_id, currency, period_type, date)
);

create index payments_processed on payments (processed_at) where processed_at is not null;
create index payments_failed on payments (failed_at) where failed_at is not null;

-- One change for each existing subscription, as if it had been created in its present state: earlier ones were not recorded.
insert into subscription_changes (id, account_id, subscription_id, position, at, kind, status, plan_id, quantity, currency,
  mrr_cents, service, created_at)
select gen_random_uuid(), s.account_id, s.id, row_number() over (partition by s.account_id order by s.created_at, s.id),
  s.created_at, 'created', s.status, s.plan_id, s.quantity, p.currency,
  case when s.status in ('active', 'past_due')
    then (2 * p.price_cents * s.quantity + cycle.months) / (2 * cycle.months) else 0 end,
  s.status in ('trialing', 'active', 'past_due'), now()
from subscriptions s join plans p on p.id = s.plan_id
  cross join lateral (select case p.billing_cycle when 'monthly' then 1 when 'quarterly' then 3 else 12 end as months) cycle;

insert into mrr_movements (change_id, account_id, position, date, kind, currency, amount_cents, mrr_cents, created_at)
select id, account_id, position, (at at time zone 'UTC')::date, 'new', currency, mrr_cents, mrr_cents, created_at
from subscription_changes where mrr_cents > 0;
