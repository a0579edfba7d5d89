create table permissions (
  id uuid primary key,
  name text not null unique,
  description text not null,
  category text not null check (category in ('resource', 'admin', 'system')),
  created_at timestamptz not null default now()
);

-- account_id is null for built-in roles, which all accounts share and none can change.
create table roles (
  id uuid primary key,
  account_id uuid references accounts on delete cascade,
  name text not null check (name ~ '^[a-z_.]{1,100}$'),
  display_name text not null,
  description text not null default '',
  role_type text not null default 'user' check (role_type in ('user', 'admin', 'system')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique nulls not distinct (account_id, name)
);

create table role_permissions (
  role_id uuid not null references roles on delete cascade,
  permission_id uuid not null references permissions on delete cascade,
  primary key (role_id, permission_id)
);

create table user_roles (
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  role_id uuid not null references roles on delete restrict,
  primary key (user_id, role_id)
);
create index user_roles_role on user_roles (role_id, account_id);
