-- What is asked of payment gateways, and what came of it.

-- An account at a gateway.
create table gateway_customers (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  livemode boolean not null,
  external_id text not null,
  created_at timestamptz not null default now(),
  unique (account_id, gateway, livemode),
  unique (gateway, external_id)
);

-- One request to a gateway, stored before it is made. Repeated with the same key until its outcome is known.
create table gateway_calls (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  livemode boolean not null,
  operation text not null check (operation in ('create_customer', 'start_setup', 'finish_setup', 'attach', 'detach',
    'prepare', 'confirm', 'capture', 'look_up', 'cancel', 'refund', 'look_up_refund')),
  subject_type text not null check (subject_type in ('payment', 'payment_method', 'payment_method_setup', 'refund')),
  subject_id uuid not null,
  -- Contains no secret.
  request jsonb not null,
  idempotency_key text not null,
  -- Number of the current job; earlier jobs are outdated.
  turn integer not null default 1,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'lost')),
  outcome text,
  response jsonb,
  -- For the form of the gateway in the browser; erased after an hour.
  sealed_secret bytea,
  -- When it is asked, or considered lost. Null: never again.
  due_at timestamptz,
  attempt_count integer not null default 0,
  asked_at timestamptz, first_asked_at timestamptz, finished_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  check ((status = 'done') = (finished_at is not null)),
  check (status <> 'done' or due_at is null),
  unique (gateway, idempotency_key)
);
create index gateway_calls_account on gateway_calls (account_id, created_at desc, id desc);
create index gateway_calls_subject on gateway_calls (subject_id, created_at desc, id desc);
create index gateway_calls_due on gateway_calls (due_at) where due_at is not null;
create index gateway_calls_finished on gateway_calls (finished_at) where finished_at is not null;
create index gateway_calls_secret on gateway_calls (finished_at) where sealed_secret is not null;

-- A payment method that is being added.
create table payment_method_setups (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  livemode boolean not null,
  -- Its id at the gateway; null for one that is added by a token.
  external_id text,
  token text,
  status text not null default 'starting' check (status in ('starting', 'ready', 'finishing', 'finished', 'failed')),
  approval_url text,
  make_default boolean not null default false,
  payment_method_id uuid references payment_methods on delete set null,
  failure_kind text check (failure_kind in ('declined', 'rejected', 'unreachable')),
  failure_code text,
  failure_reason text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create index payment_method_setups_account on payment_method_setups (account_id, created_at desc, id desc);
create unique index payment_method_setups_external on payment_method_setups (gateway, external_id);
create index payment_method_setups_method on payment_method_setups (payment_method_id);
create index payment_method_setups_updated on payment_method_setups (updated_at);

alter table payment_methods
  add livemode boolean not null default true,
  -- Equal for the same card, whenever it is added again.
  add fingerprint text;
create index payment_methods_fingerprint on payment_methods (account_id, fingerprint) where fingerprint is not null;

alter table payments
  drop column next_action,
  -- What the person must do, with the secret for it.
  add sealed_next_action bytea,
  -- The parts that paid the invoice and became credit. The rest has no known purpose.
  add applied_cents bigint not null default 0 check (applied_cents >= 0),
  add credited_cents bigint not null default 0 check (credited_cents >= 0),
  add check (applied_cents + credited_cents <= amount_cents);
update payments set applied_cents = amount_cents
  where invoice_id is not null and status in ('succeeded', 'partially_refunded', 'refunded');
create index payments_method on payments (payment_method_id);
create index payments_waiting on payments (updated_at) where status in ('pending', 'processing', 'requires_action');
create index payments_asked on payments (gateway, intent_id);

-- What was asked may differ from what was paid; afterwards nothing changes.
drop trigger payments_made on payments;
create trigger payments_made before update on payments for each row
  when ((new.id, new.account_id, new.gateway, new.livemode, new.created_at) is distinct from
    (old.id, old.account_id, old.gateway, old.livemode, old.created_at)
    or (old.status in ('succeeded', 'partially_refunded', 'refunded') and
      (new.amount_cents, new.currency, new.applied_cents, new.credited_cents) is distinct from
      (old.amount_cents, old.currency, old.applied_cents, old.credited_cents)))
  execute function money_keep('What was paid cannot change');
create index payments_unmatched on payments (processed_at) where applied_cents + credited_cents < amount_cents
  and status = 'succeeded';
create index payments_fee_unknown on payments (processed_at) where fee_cents is null
  and status in ('succeeded', 'partially_refunded', 'refunded') and gateway <> 'manual';
