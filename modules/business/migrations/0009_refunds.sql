-- Money that is paid back, and payments that customers dispute with their bank.

alter table credit_grants
  -- The part that was paid back to where it came from.
  add refunded_cents bigint not null default 0 check (refunded_cents >= 0),
  drop constraint credit_grants_source_check,
  add constraint credit_grants_source_check check (source in ('credit_note', 'payment', 'manual', 'refund'));
create index credit_grants_source on credit_grants (source_id) where source_id is not null;

create table refunds (
  id uuid primary key,
  account_id uuid not null references accounts,
  payment_id uuid not null references payments,
  invoice_id uuid references invoices,
  credit_note_id uuid references credit_notes,
  gateway text not null check (gateway in ('stripe', 'paypal', 'manual')),
  livemode boolean not null,
  destination text not null check (destination in ('method', 'balance')),
  amount_cents bigint not null check (amount_cents > 0),
  -- The parts that had paid the invoice and had become credit. The rest had no known purpose.
  invoiced_cents bigint not null default 0 check (invoiced_cents >= 0),
  credited_cents bigint not null default 0 check (credited_cents >= 0),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  status text not null check (status in ('pending', 'succeeded', 'failed')),
  reason text not null,
  -- Its id at the gateway, or the reference of a manual refund.
  external_id text,
  failure_code text,
  processed_at timestamptz, failed_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check (invoiced_cents + credited_cents <= amount_cents),
  check ((invoiced_cents > 0) = (credit_note_id is not null))
);
create index refunds_account on refunds (account_id, created_at desc, id desc);
create index refunds_created on refunds (created_at desc, id desc);
create index refunds_status on refunds (status, created_at desc, id desc);
create index refunds_payment on refunds (payment_id, created_at desc, id desc);
create index refunds_invoice on refunds (invoice_id) where invoice_id is not null;
create index refunds_pending on refunds (updated_at) where status = 'pending';
create unique index refunds_external on refunds (gateway, external_id) where gateway <> 'manual';
create trigger refunds_made before update on refunds for each row
  when ((new.id, new.account_id, new.payment_id, new.credit_note_id, new.destination, new.amount_cents,
      new.invoiced_cents, new.credited_cents, new.currency, new.created_at) is distinct from
    (old.id, old.account_id, old.payment_id, old.credit_note_id, old.destination, old.amount_cents,
      old.invoiced_cents, old.credited_cents, old.currency, old.created_at))
  execute function money_keep('What was paid back cannot change');
create trigger refunds_keep before delete or truncate on refunds execute function money_keep('A refund cannot be deleted');

create table disputes (
  id uuid primary key,
  account_id uuid not null references accounts,
  payment_id uuid not null references payments,
  invoice_id uuid references invoices,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  external_id text not null,
  amount_cents bigint not null check (amount_cents > 0),
  fee_cents bigint not null default 0 check (fee_cents >= 0),
  currency text not null check (currency in ('USD', 'EUR', 'GBP')),
  status text not null default 'open' check (status in ('open', 'won', 'lost')),
  reason text not null,
  evidence_due_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check ((status = 'open') = (closed_at is null)),
  unique (gateway, external_id)
);
create index disputes_account on disputes (account_id, created_at desc, id desc);
create index disputes_created on disputes (created_at desc, id desc);
create index disputes_status on disputes (status, created_at desc, id desc);
create index disputes_payment on disputes (payment_id);
create index disputes_invoice on disputes (invoice_id) where invoice_id is not null;
create trigger disputes_made before update on disputes for each row
  when (old.status <> 'open' or
    (new.id, new.account_id, new.payment_id, new.gateway, new.external_id, new.amount_cents, new.fee_cents,
      new.currency, new.created_at) is distinct from
    (old.id, old.account_id, old.payment_id, old.gateway, old.external_id, old.amount_cents, old.fee_cents,
      old.currency, old.created_at))
  execute function money_keep('A dispute can only be closed');
create trigger disputes_keep before delete or truncate on disputes execute function money_keep('A dispute cannot be deleted');
