-- Rows about money are never deleted, not even with their account: their foreign keys restrict.

alter table plans add tax_inclusive boolean not null default false;

-- Refuses to change or delete rows; the argument is the reason.
create function money_keep() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0] using errcode = 'restrict_violation';
end $$;

create table billing_profiles (
  account_id uuid primary key references accounts on delete cascade,
  legal_name text,
  email text,
  address jsonb not null default '{}',
  -- ISO 3166-1 alpha-2.
  country text check (country ~ '^[A-Z]{2}$'),
  tax_id text,
  -- Fixed by the first invoice.
  currency text check (currency in ('USD', 'EUR', 'GBP')),
  -- Hundredths of a percent: 1900 is 19 %.
  tax_basis_points integer not null default 0 check (tax_basis_points between 0 and 9999),
  tax_exempt boolean not null default false,
  exemption_note text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);

-- Numbers without gaps: taken in the transaction that uses them, so a rollback gives them back.
create table document_counters (
  -- 'INV-202611'
  series text primary key,
  last_number integer not null check (last_number > 0)
);

create table invoices (
  id uuid primary key,
  account_id uuid not null references accounts,
  subscription_id uuid references subscriptions,
  invoice_number text not null unique,
  invoice_type text not null check (invoice_type in ('subscription', 'renewal', 'trial_conversion', 'proration', 'manual')),
  status text not null default 'draft' check (status in ('draft', 'open', 'paid', 'void', 'uncollectible')),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  tax_inclusive boolean not null default false,
  tax_basis_points integer not null default 0 check (tax_basis_points between 0 and 9999),
  subtotal_cents bigint not null,
  tax_cents bigint not null,
  total_cents bigint not null check (total_cents >= 0),
  credit_applied_cents bigint not null default 0 check (credit_applied_cents >= 0),
  amount_paid_cents bigint not null default 0 check (amount_paid_cents >= 0),
  -- Reduced by credit notes.
  credited_cents bigint not null default 0 check (credited_cents >= 0),
  -- Too little to collect: settled here, and due with the next invoice.
  carried_cents bigint not null default 0 check (carried_cents >= 0),
  carried_to uuid references invoices,
  amount_due_cents bigint not null generated always as (case when status = 'void' then 0 else
    total_cents - credit_applied_cents - amount_paid_cents - credited_cents - carried_cents end) stored,
  period_start timestamptz, period_end timestamptz,
  issued_at timestamptz, due_at timestamptz, paid_at timestamptz, voided_at timestamptz,
  -- Copies of both parties when it was issued.
  seller jsonb, buyer jsonb,
  -- A payment gateway is asked for it.
  collecting boolean not null default false,
  gateway text check (gateway in ('stripe', 'paypal')),
  gateway_invoice_id text, gateway_intent_id text,
  notes text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check (subtotal_cents + tax_cents = total_cents),
  check (amount_due_cents >= 0),
  check (status <> 'paid' or amount_due_cents = 0),
  check (status = 'void' or (status = 'draft') = (issued_at is null)),
  check ((status = 'void') = (voided_at is not null)),
  check ((status = 'paid') = (paid_at is not null)),
  check (carried_to is null or carried_cents > 0),
  check (period_end > period_start)
);
create index invoices_account on invoices (account_id, created_at desc, id desc);
create index invoices_number on invoices (invoice_number text_pattern_ops);
create index invoices_account_due on invoices (account_id, due_at desc, id desc);
create index invoices_created on invoices (created_at desc, id desc);
create index invoices_due on invoices (due_at desc, id desc);
create index invoices_unpaid on invoices (account_id, due_at) where status in ('open', 'uncollectible');
create index invoices_status on invoices (status, created_at desc, id desc);
create index invoices_subscription on invoices (subscription_id, created_at desc, id desc);
create index invoices_carried on invoices (account_id) where carried_cents > 0 and carried_to is null;
create index invoices_carried_to on invoices (carried_to) where carried_to is not null;
-- One invoice for each period of a subscription.
create unique index invoices_period on invoices (subscription_id, invoice_type, period_start)
  where status <> 'void' and invoice_type <> 'manual' and invoice_type <> 'proration';

create table invoice_lines (
  id uuid primary key,
  account_id uuid not null references accounts,
  invoice_id uuid not null references invoices,
  position integer not null,
  line_type text not null check (line_type in ('subscription', 'usage', 'discount', 'adjustment', 'carried')),
  description text not null,
  quantity integer not null check (quantity > 0),
  unit_amount_cents bigint not null,
  amount_cents bigint not null,
  proration boolean not null default false,
  taxable boolean not null default true,
  period_start timestamptz, period_end timestamptz,
  plan_id uuid references plans,
  -- Every number that the amount was computed from.
  basis jsonb not null,
  unique (invoice_id, position)
);

-- An issued document never changes, except for how it is settled.
create trigger invoices_issued before update on invoices for each row
  when (old.status <> 'draft' and
    (new.id, new.account_id, new.subscription_id, new.invoice_number, new.invoice_type, new.currency,
      new.tax_inclusive, new.tax_basis_points, new.subtotal_cents, new.tax_cents, new.total_cents,
      new.period_start, new.period_end, new.issued_at, new.due_at, new.seller, new.buyer, new.notes,
      new.created_at, new.status = 'draft') is distinct from
    (old.id, old.account_id, old.subscription_id, old.invoice_number, old.invoice_type, old.currency,
      old.tax_inclusive, old.tax_basis_points, old.subtotal_cents, old.tax_cents, old.total_cents,
      old.period_start, old.period_end, old.issued_at, old.due_at, old.seller, old.buyer, old.notes,
      old.created_at, false))
  execute function money_keep('An issued invoice cannot change');
create trigger invoices_keep before delete or truncate on invoices execute function money_keep('An invoice cannot be deleted');
create trigger invoice_lines_keep before update or delete or truncate on invoice_lines
  execute function money_keep('The lines of an invoice cannot change');
create function invoice_lines_of_draft() returns trigger language plpgsql as $$
begin
  if (select status from invoices where id = new.invoice_id) <> 'draft' then
    raise exception 'An issued invoice cannot change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger invoice_lines_of_draft before insert on invoice_lines for each row execute function invoice_lines_of_draft();

-- The PDF, rendered once from the issued invoice.
create table invoice_documents (
  invoice_id uuid primary key references invoices,
  account_id uuid not null references accounts,
  content bytea not null,
  sha256 text not null,
  created_at timestamptz not null default now(),
  check (sha256 = encode(sha256(content), 'hex'))
);
create trigger invoice_documents_keep before update or delete or truncate on invoice_documents
  execute function money_keep('The file of an invoice cannot change');

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
  reason text not null,
  created_at timestamptz not null default now()
);
create index credit_grants_account on credit_grants (account_id, created_at desc, id desc);
create index credit_grants_created on credit_grants (created_at desc, id desc);
create index credit_grants_left on credit_grants (account_id, currency, created_at, id) where remaining_cents > 0;
create trigger credit_grants_granted before update on credit_grants for each row
  when ((new.id, new.account_id, new.currency, new.amount_cents, new.source, new.source_id, new.reason, new.created_at)
    is distinct from
    (old.id, old.account_id, old.currency, old.amount_cents, old.source, old.source_id, old.reason, old.created_at))
  execute function money_keep('Only what remains of a credit can change');
create trigger credit_grants_keep before delete or truncate on credit_grants execute function money_keep('A credit cannot be deleted');

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
create trigger credit_uses_used before update on credit_uses for each row
  when (old.reversed_at is not null or
    (new.id, new.account_id, new.grant_id, new.invoice_id, new.amount_cents, new.created_at) is distinct from
    (old.id, old.account_id, old.grant_id, old.invoice_id, old.amount_cents, old.created_at))
  execute function money_keep('The use of a credit can only be reversed');
create trigger credit_uses_keep before delete or truncate on credit_uses
  execute function money_keep('The use of a credit cannot be deleted');

create table credit_notes (
  id uuid primary key,
  account_id uuid not null references accounts,
  invoice_id uuid not null references invoices,
  number text not null unique,
  reason text not null check (reason in ('proration', 'refund', 'goodwill', 'write_off', 'correction')),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  tax_basis_points integer not null check (tax_basis_points between 0 and 9999),
  subtotal_cents bigint not null check (subtotal_cents >= 0),
  tax_cents bigint not null check (tax_cents >= 0),
  total_cents bigint not null check (total_cents > 0),
  to_balance_cents bigint not null default 0 check (to_balance_cents >= 0),
  to_invoice_cents bigint not null default 0 check (to_invoice_cents >= 0),
  to_refund_cents bigint not null default 0 check (to_refund_cents >= 0),
  seller jsonb not null, buyer jsonb not null,
  created_at timestamptz not null default now(),
  check (subtotal_cents + tax_cents = total_cents),
  check (to_balance_cents + to_invoice_cents + to_refund_cents = total_cents)
);
create index credit_notes_account on credit_notes (account_id, created_at desc, id desc);
create index credit_notes_created on credit_notes (created_at desc, id desc);
create index credit_notes_invoice on credit_notes (invoice_id, created_at desc, id desc);
create table credit_note_lines (
  id uuid primary key,
  account_id uuid not null references accounts,
  credit_note_id uuid not null references credit_notes,
  position integer not null,
  description text not null,
  amount_cents bigint not null,
  -- Every number that the amount was computed from.
  basis jsonb not null,
  unique (credit_note_id, position)
);
create trigger credit_notes_keep before update or delete or truncate on credit_notes
  execute function money_keep('A credit note cannot change');
create trigger credit_note_lines_keep before update or delete or truncate on credit_note_lines
  execute function money_keep('A credit note cannot change');

create table payments (
  id uuid primary key,
  account_id uuid not null references accounts,
  invoice_id uuid references invoices,
  payment_method_id uuid references payment_methods on delete set null,
  attempt integer not null default 1 check (attempt > 0),
  gateway text not null check (gateway in ('stripe', 'paypal', 'manual')),
  livemode boolean not null default true,
  amount_cents bigint not null check (amount_cents > 0),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  status text not null check (status in ('pending', 'processing', 'requires_action', 'succeeded', 'failed',
    'cancelled', 'partially_refunded', 'refunded')),
  on_session boolean not null default false,
  intent_id text,
  -- Charge or capture at the gateway, or the reference of a manual payment.
  external_id text,
  idempotency_key text unique,
  failure_code text,
  decline_kind text check (decline_kind in ('soft', 'hard', 'authentication', 'technical')),
  failure_reason text,
  next_action jsonb,
  fee_cents bigint,
  refunded_cents bigint not null default 0 check (refunded_cents between 0 and amount_cents),
  processed_at timestamptz, failed_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create index payments_account on payments (account_id, created_at desc, id desc);
create index payments_created on payments (created_at desc, id desc);
create index payments_status on payments (status, created_at desc, id desc);
create index payments_gateway on payments (gateway, created_at desc, id desc);
create index payments_invoice on payments (invoice_id, created_at desc, id desc);
create unique index payments_external on payments (gateway, external_id) where gateway <> 'manual';
create unique index payments_intent on payments (gateway, intent_id) where status in ('succeeded', 'partially_refunded', 'refunded');
create unique index payments_unsettled on payments (invoice_id) where status in ('pending', 'processing', 'requires_action');
create trigger payments_made before update on payments for each row
  when ((new.id, new.account_id, new.gateway, new.livemode, new.currency, new.created_at) is distinct from
    (old.id, old.account_id, old.gateway, old.livemode, old.currency, old.created_at))
  execute function money_keep('What was paid cannot change');
create trigger payments_keep before delete or truncate on payments execute function money_keep('A payment cannot be deleted');

-- Double entry: the lines of an entry sum to zero. Debits are positive.
create table ledger_entries (
  id uuid primary key,
  account_id uuid not null references accounts,
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  kind text not null,
  subject_type text not null, subject_id uuid not null,
  occurred_at timestamptz not null,
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

create trigger ledger_entries_keep before update or delete or truncate on ledger_entries
  execute function money_keep('The ledger is append-only');
create trigger ledger_lines_keep before update or delete or truncate on ledger_lines
  execute function money_keep('The ledger is append-only');
create function ledger_balances() returns trigger language plpgsql as $$
begin
  if (select sum(amount_cents) from ledger_lines where entry_id = new.entry_id) <> 0 then
    raise exception 'A ledger entry does not balance' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_lines deferrable initially deferred
  for each row execute function ledger_balances();
