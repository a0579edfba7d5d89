create table notifications (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  notification_type text not null,
  title text not null,
  message text not null,
  severity text not null check (severity in ('info', 'success', 'warning', 'error', 'critical')),
  category text not null,
  action_url text,
  metadata jsonb not null default '{}',
  read_at timestamptz,
  created_at timestamptz not null default now()
);
create index notifications_user on notifications (user_id, created_at desc, id desc);
create index notifications_unread on notifications (user_id) where read_at is null;

-- Variables contain one-time links, so they are sealed; a mail is rendered when it is sent or read.
create table mails (
  id uuid primary key,
  account_id uuid references accounts on delete cascade,
  template text not null,
  to_address text not null,
  subject text not null,
  sealed_variables bytea not null,
  status text not null default 'queued' check (status in ('queued', 'sent', 'captured', 'failed')),
  error text,
  sent_at timestamptz,
  created_at timestamptz not null default now()
);
create index mails_created on mails (created_at desc, id desc);
create index mails_account on mails (account_id);
