alter table plans
  -- For price pages: what a year costs less if it is paid at once, as another plan.
  add annual_discount_basis_points integer not null default 0
    check (annual_discount_basis_points between 0 and 10000),
  -- [{ min_quantity, discount_percent }], the smallest quantity first. Frozen like the price.
  add volume_discount_tiers jsonb not null default '[]',
  add promotional_discount_basis_points integer not null default 0
    check (promotional_discount_basis_points between 0 and 10000),
  add promotional_discount_start timestamptz,
  add promotional_discount_end timestamptz,
  add promotional_discount_code text,
  -- Null for good.
  add promotional_discount_periods integer check (promotional_discount_periods > 0),
  add constraint plans_promotion check (promotional_discount_end > promotional_discount_start);
create unique index plans_promotional_code on plans (lower(promotional_discount_code));

create table coupons (
  id uuid primary key,
  code text not null,
  basis_points integer check (basis_points between 1 and 10000),
  amount_cents bigint check (amount_cents > 0),
  currency text check (currency in ('USD', 'EUR', 'GBP')),
  -- For how many periods; null for good.
  periods integer check (periods > 0),
  redeem_by timestamptz,
  max_redemptions integer check (max_redemptions > 0),
  redeemed integer not null default 0 check (redeemed >= 0),
  -- Null for every plan.
  plan_ids uuid[],
  status text not null default 'active' check (status in ('active', 'archived')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((basis_points is null) <> (amount_cents is null)),
  check ((amount_cents is null) = (currency is null)),
  check (redeemed <= max_redemptions)
);
create unique index coupons_code on coupons (lower(code));
create index coupons_by_code on coupons (code, id);
create index coupons_created on coupons (created_at desc, id desc);
create index coupons_status on coupons (status, created_at desc, id desc);

-- Copies of what was offered, so that a later change of the offer changes nothing.
create table subscription_discounts (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  subscription_id uuid not null references subscriptions on delete cascade,
  source text not null check (source in ('promotion', 'coupon', 'manual')),
  -- Waiting until an upgrade is paid; released if that, or the first period, never was.
  status text not null check (status in ('waiting', 'active', 'ended', 'released')),
  basis_points integer check (basis_points between 1 and 10000),
  amount_cents bigint check (amount_cents > 0),
  -- For how many periods, and how many are left with the current one; null for good.
  periods integer check (periods > 0),
  periods_left integer check (periods_left >= 0),
  -- It counts while the subscription is to one of these plans; null for every plan.
  plan_ids uuid[],
  coupon_id uuid references coupons,
  code text,
  reason text,
  -- The invoice of the upgrade that it waits for.
  invoice_id uuid references invoices,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((basis_points is null) <> (amount_cents is null)),
  check ((coupon_id is not null) = (source = 'coupon')),
  check (status <> 'active' or started_at is not null)
);
-- An account redeems a coupon once.
create unique index subscription_discounts_coupon on subscription_discounts (account_id, coupon_id)
  where status <> 'released';
create index subscription_discounts_subscription on subscription_discounts (subscription_id, created_at desc, id desc);
create index subscription_discounts_redemptions on subscription_discounts (coupon_id, created_at desc, id desc);
create index subscription_discounts_account on subscription_discounts (account_id, created_at desc, id desc);
create index subscription_discounts_created on subscription_discounts (created_at desc, id desc);
