-- Notification preferences of a user. Without a row, the default of the kind applies.
create table notification_preferences (
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  kind text not null,
  channel text not null check (channel in ('in_app', 'mail')),
  enabled boolean not null,
  updated_at timestamptz not null default now(),
  primary key (user_id, kind, channel)
);
create index notification_preferences_account on notification_preferences (account_id);
