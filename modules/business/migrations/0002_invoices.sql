-- Rows about money are never deleted, not even with their account: their foreign keys restrict.

create table billing_profiles (
  account_id uuid primary key references accounts,
  legal_name text,
  email text,
  address jsonb not null default '{}',
  -- ISO 3166-1 alpha-2.
  country text check (country ~ '^[A-Z]{2}$'),
  tax_id text,
  -- Fixed by the first invoice.
  currency text check (currency in ('USD', 'EUR', 'GBP')),
  -- Hundredths of a percent: 1900 is 19 %.
  tax_rate integer not null default 0 check (tax_rate between 0 and 9999),
  tax_exempt boolean not null default false,
  exemption_note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Numbers without gaps: taken in the transaction that uses them, so a rollback gives them back.
create table document_counters (
  -- 'INV-202611'
  series text primary key,
  last_number integer not null
);

create table invoices (
  id uuid primary key,
  account_id uuid not null references accounts,
  subscription_id uuid references subscriptions,
  invoice_number text not null unique,
  invoice_type text not null
    check (invoice_type in ('subscription', 'renewal', 'trial_conversion', 'proration', 'manual')),
  status text not null default 'draft'
    check (status in ('draft', 'open', 'paid', 'void', 'uncollectible')),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  tax_inclusive boolean not null default false,
  tax_rate integer not null default 0 check (tax_rate between 0 and 9999),
  subtotal_cents bigint not null default 0,
  tax_cents bigint not null default 0,
  total_cents bigint not null default 0 check (total_cents >= 0),
  credit_applied_cents bigint not null default 0 check (credit_applied_cents >= 0),
  amount_paid_cents bigint not null default 0 check (amount_paid_cents >= 0),
  -- Credited by credit notes, which reduce what is due.
  credited_cents bigint not null default 0 check (credited_cents >= 0),
  amount_due_cents bigint not null generated always as
    (total_cents - credit_applied_cents - amount_paid_cents - credited_cents) stored,
  period_start timestamptz,
  period_end timestamptz,
  issued_at timestamptz,
  due_at timestamptz,
  paid_at timestamptz,
  voided_at timestamptz,
  -- Copies of both parties when it was issued.
  seller jsonb,
  buyer jsonb,
  notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (subtotal_cents + tax_cents = total_cents),
  check (amount_due_cents >= 0),
  check (status <> 'paid' or amount_due_cents = 0),
  check ((status = 'draft') = (issued_at is null) or status = 'void'),
  check (period_end > period_start)
);
create index invoices_account on invoices (account_id, created_at desc, id desc);
create index invoices_created on invoices (created_at desc, id desc);
create index invoices_unpaid on invoices (account_id, due_at) where status in ('open', 'uncollectible');
create index invoices_status on invoices (status, created_at desc, id desc);
-- One invoice for each period of a subscription.
create unique index invoices_period on invoices (subscription_id, invoice_type, period_start)
  where status <> 'void' and invoice_type <> 'manual' and invoice_type <> 'proration';

create table invoice_lines (
  id uuid primary key,
  account_id uuid not null references accounts,
  invoice_id uuid not null references invoices,
  position integer not null,
  line_type text not null
    check (line_type in ('subscription', 'usage', 'discount', 'adjustment', 'carried')),
  description text not null,
  quantity integer not null check (quantity > 0),
  unit_amount_cents bigint not null,
  amount_cents bigint not null,
  proration boolean not null default false,
  taxable boolean not null default true,
  period_start timestamptz,
  period_end timestamptz,
  plan_id uuid references plans,
  -- Every number that the amount was computed from.
  basis jsonb not null,
  unique (invoice_id, position),
  check (amount_cents >= 0 or line_type in ('discount', 'adjustment', 'subscription'))
);

-- An issued document never changes, except for how it is settled.
create function invoices_issued() returns trigger language plpgsql as $$
begin
  raise exception 'An issued invoice cannot change' using errcode = 'restrict_violation';
end $$;
create trigger invoices_issued before update on invoices for each row
  when (old.status <> 'draft' and
    (new.id, new.account_id, new.subscription_id, new.invoice_number, new.invoice_type, new.currency,
      new.tax_inclusive, new.tax_rate, new.subtotal_cents, new.tax_cents, new.total_cents, new.period_start,
      new.period_end, new.issued_at, new.due_at, new.seller, new.buyer, new.notes, new.created_at) is distinct from
    (old.id, old.account_id, old.subscription_id, old.invoice_number, old.invoice_type, old.currency,
      old.tax_inclusive, old.tax_rate, old.subtotal_cents, old.tax_cents, old.total_cents, old.period_start,
      old.period_end, old.issued_at, old.due_at, old.seller, old.buyer, old.notes, old.created_at))
  execute function invoices_issued();
create trigger invoices_keep before delete on invoices execute function invoices_issued();
create trigger invoice_lines_keep before update or delete on invoice_lines execute function invoices_issued();
create function invoice_lines_of_draft() returns trigger language plpgsql as $$
begin
  if (select status from invoices where id = new.invoice_id) <> 'draft' then
    raise exception 'An issued invoice cannot change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger invoice_lines_of_draft before insert on invoice_lines
  for each row execute function invoice_lines_of_draft();

-- Money that the account has with the seller: granted once, used oldest first.
create table credit_grants (
  id uuid primary key,
  account_id uuid not null references accounts,
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  amount_cents bigint not null check (amount_cents > 0),
  remaining_cents bigint not null check (remaining_cents between 0 and amount_cents),
  source text not null check (source in ('credit_note', 'payment', 'manual')),
  -- The credit note or payment it came from.
  source_id uuid,
  reason text,
  created_at timestamptz not null default now()
);
create index credit_grants_account on credit_grants (account_id, created_at, id);
create index credit_grants_left on credit_grants (account_id, currency, created_at, id)
  where remaining_cents > 0;

create table credit_uses (
  id uuid primary key,
  account_id uuid not null references accounts,
  grant_id uuid not null references credit_grants,
  invoice_id uuid not null references invoices,
  amount_cents bigint not null check (amount_cents > 0),
  reversed_at timestamptz,
  created_at timestamptz not null default now()
);
create index credit_uses_invoice on credit_uses (invoice_id);
create index credit_uses_grant on credit_uses (grant_id);

create table credit_notes (
  id uuid primary key,
  account_id uuid not null references accounts,
  invoice_id uuid references invoices,
  number text not null unique,
  reason text not null check (reason in ('proration', 'refund', 'goodwill', 'write_off', 'correction')),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  tax_rate integer not null check (tax_rate between 0 and 9999),
  subtotal_cents bigint not null,
  tax_cents bigint not null,
  total_cents bigint not null check (total_cents > 0),
  to_balance_cents bigint not null default 0 check (to_balance_cents >= 0),
  to_invoice_cents bigint not null default 0 check (to_invoice_cents >= 0),
  to_refund_cents bigint not null default 0 check (to_refund_cents >= 0),
  description text not null,
  seller jsonb not null,
  buyer jsonb not null,
  created_at timestamptz not null default now(),
  check (subtotal_cents + tax_cents = total_cents),
  check (to_balance_cents + to_invoice_cents + to_refund_cents = total_cents)
);
create index credit_notes_account on credit_notes (account_id, created_at desc, id desc);
create index credit_notes_invoice on credit_notes (invoice_id);
create function credit_notes_issued() returns trigger language plpgsql as $$
begin
  raise exception 'A credit note cannot change' using errcode = 'restrict_violation';
end $$;
create trigger credit_notes_issued before update or delete on credit_notes
  execute function credit_notes_issued();

create table payments (
  id uuid primary key,
  account_id uuid not null references accounts,
  invoice_id uuid references invoices,
  payment_method_id uuid references payment_methods on delete set null,
  gateway text not null check (gateway in ('stripe', 'paypal', 'manual')),
  livemode boolean not null default true,
  amount_cents bigint not null check (amount_cents > 0),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  status text not null check (status in ('pending', 'processing', 'requires_action', 'succeeded', 'failed',
    'cancelled', 'partially_refunded', 'refunded')),
  -- Charge or capture at the gateway, or the reference of a manual payment.
  external_id text,
  refunded_cents bigint not null default 0 check (refunded_cents between 0 and amount_cents),
  processed_at timestamptz,
  failed_at timestamptz,
  failure_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index payments_account on payments (account_id, created_at desc, id desc);
create index payments_created on payments (created_at desc, id desc);
create index payments_invoice on payments (invoice_id);
create unique index payments_external on payments (gateway, external_id) where gateway <> 'manual';
create unique index payments_unsettled on payments (invoice_id)
  where status in ('pending', 'processing', 'requires_action');
create function payments_keep() returns trigger language plpgsql as $$
begin
  raise exception 'A payment cannot be deleted' using errcode = 'restrict_violation';
end $$;
create trigger payments_keep before delete on payments execute function payments_keep();

-- Double entry: the lines of an entry sum to zero. Debits are positive.
create table ledger_entries (
  id uuid primary key,
  account_id uuid not null references accounts,
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (kind, subject_id)
);
create index ledger_entries_account on ledger_entries (account_id, occurred_at desc, id desc);

create table ledger_lines (
  entry_id uuid not null references ledger_entries,
  account_id uuid not null references accounts,
  ledger_account text not null,
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (entry_id, ledger_account)
);
create index ledger_lines_account on ledger_lines (account_id, ledger_account);

create function ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only' using errcode = 'restrict_violation';
end $$;
create trigger ledger_entries_keep before update or delete or truncate on ledger_entries
  execute function ledger_refuse();
create trigger ledger_lines_keep before update or delete or truncate on ledger_lines
  execute function ledger_refuse();
create function ledger_balances() returns trigger language plpgsql as $$
begin
  if (select sum(amount_cents) from ledger_lines where entry_id = new.entry_id) <> 0 then
    raise exception 'A ledger entry does not balance' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_lines deferrable initially deferred
  for each row execute function ledger_balances();
