-- What payment gateways tell us.

-- One signed event. Its bytes are kept as they were received.
create table gateway_events (
  id uuid primary key,
  -- The account that it concerns, once that is known. Events belong to the installation.
  about_account_id uuid references accounts on delete set null,
  gateway text not null check (gateway in ('stripe', 'paypal')),
  external_id text not null,
  livemode boolean not null,
  event_type text not null,
  -- When it happened, by the clock of the gateway.
  occurred_at timestamptz not null,
  raw bytea not null,
  status text not null default 'pending'
    check (status in ('pending', 'processing', 'processed', 'skipped', 'failed')),
  -- Why it changed nothing.
  ignored_reason text,
  error text,
  payment_id uuid references payments on delete set null,
  attempts integer not null default 0 check (attempts >= 0),
  -- Number of the current job; earlier jobs are outdated.
  turn integer not null default 1,
  -- When it is processed next. Null: never again by itself.
  due_at timestamptz,
  processed_at timestamptz,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  unique (gateway, external_id),
  check ((status = 'processed' or status = 'skipped') = (processed_at is not null))
);
create index gateway_events_gateway on gateway_events (gateway, created_at desc, id desc);
create index gateway_events_status on gateway_events (gateway, status, created_at desc, id desc);
create index gateway_events_type on gateway_events (gateway, event_type, created_at desc, id desc);
create index gateway_events_created on gateway_events (created_at);
create index gateway_events_failed on gateway_events (updated_at) where status = 'failed';
create index gateway_events_account on gateway_events (about_account_id);
create index gateway_events_payment on gateway_events (payment_id);

-- Certificates that PayPal signs its events with, by their address.
create table gateway_certificates (
  id uuid primary key,
  url text not null unique,
  -- Null until a worker has fetched it.
  pem text,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now()
);
create index gateway_certificates_created on gateway_certificates (created_at);

alter table subscriptions
  -- Who bills it. One that a gateway bills is moved by its events alone.
  add collected_by text not null default 'self' check (collected_by in ('self', 'gateway')),
  add gateway text check (gateway in ('stripe', 'paypal')),
  add gateway_subscription_id text,
  -- The last event that was applied; of two at the same time, the one with the greater id.
  add last_gateway_event_at timestamptz,
  add last_gateway_event_id text,
  add constraint subscriptions_collected check (collected_by = 'self'
    or (gateway is not null and gateway_subscription_id is not null));
create unique index subscriptions_gateway on subscriptions (gateway, gateway_subscription_id)
  where gateway_subscription_id is not null;

create index invoices_gateway_invoice on invoices (gateway, gateway_invoice_id) where gateway_invoice_id is not null;
