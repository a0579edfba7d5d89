create table invitations (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  email text not null check (email = lower(email)),
  name text,
  roles text[] not null,
  message text,
  inviter_id uuid references users on delete set null,
  token_digest text not null unique,
  status text not null default 'pending' check (status in ('pending', 'accepted', 'expired', 'cancelled')),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index invitations_account on invitations (account_id, created_at desc, id desc);
create unique index invitations_pending on invitations (account_id, email) where status = 'pending';
create index invitations_due on invitations (expires_at) where status = 'pending';

-- Access to account_id for a user of another account: one of its roles, or a list of permissions.
create table delegations (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  delegated_by_id uuid references users on delete set null,
  role_id uuid references roles on delete restrict,
  permissions text[] not null default '{}',
  status text not null default 'active' check (status in ('active', 'inactive', 'revoked')),
  notes text,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (role_id is not null or permissions <> '{}')
);
create index delegations_account on delegations (account_id, created_at, id);
create index delegations_user on delegations (user_id) where status = 'active';
create index delegations_role on delegations (role_id) where role_id is not null;
create unique index delegations_live on delegations (account_id, user_id) where status <> 'revoked';

alter table sessions add column delegation_id uuid references delegations on delete cascade;
create index sessions_delegation on sessions (delegation_id) where delegation_id is not null;

-- A user acting as another user: the session is the target's; this row has the impersonator.
create table impersonations (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  impersonator_id uuid not null references users on delete cascade,
  user_id uuid not null references users on delete cascade,
  session_id uuid not null unique references sessions on delete cascade,
  reason text not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  created_at timestamptz not null default now()
);
create index impersonations_account on impersonations (account_id, created_at desc, id desc);
create unique index impersonations_target on impersonations (user_id) where ended_at is null;
create unique index impersonations_impersonator on impersonations (impersonator_id) where ended_at is null;
