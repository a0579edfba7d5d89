-- Written by npm run generate from the migrations; do not edit.

create table accounts (
  id uuid not null,
  name text not null,
  subdomain text not null,
  status text not null default 'active'::text,
  billing_email text,
  tax_id text,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint accounts_name_check CHECK (((length(name) >= 2) AND (length(name) <= 100))),
  constraint accounts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'cancelled'::text]))),
  constraint accounts_subdomain_check CHECK ((subdomain ~ '^[a-z0-9-]{3,30}$'::text)),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_subdomain_key UNIQUE (subdomain)
);

create table audit_logs (
  id uuid not null,
  account_id uuid,
  user_id uuid,
  impersonator_id uuid,
  action text not null,
  resource_type text not null,
  resource_id text,
  source text not null,
  status text not null,
  severity text not null,
  risk_level text not null,
  message text not null,
  ip_address text,
  user_agent text,
  request_id text,
  old_values jsonb not null default '{}'::jsonb,
  new_values jsonb not null default '{}'::jsonb,
  metadata jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  constraint audit_logs_action_check CHECK ((action ~ '^[a-z0-9_.]{1,100}$'::text)),
  constraint audit_logs_risk_level_check CHECK ((risk_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint audit_logs_severity_check CHECK ((severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint audit_logs_source_check CHECK ((source = ANY (ARRAY['web'::text, 'api'::text, 'system'::text, 'worker'::text, 'webhook'::text, 'admin_panel'::text]))),
  constraint audit_logs_status_check CHECK ((status = ANY (ARRAY['success'::text, 'warning'::text, 'error'::text]))),
  constraint audit_logs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint audit_logs_pkey PRIMARY KEY (id)
);

create table auth_throttles (
  key text not null,
  points integer not null default 0,
  expire bigint,
  constraint auth_throttles_pkey PRIMARY KEY (key)
);

create table cable_payloads (
  id uuid not null,
  message text not null,
  created_at timestamp with time zone not null default now(),
  constraint cable_payloads_pkey PRIMARY KEY (id)
);

create table events (
  id uuid not null,
  account_id uuid,
  type text not null,
  data jsonb not null,
  created_at timestamp with time zone not null default now(),
  constraint events_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint events_pkey PRIMARY KEY (id)
);

create table idempotency_keys (
  scope text not null,
  key text not null,
  body_digest text not null,
  committed_at timestamp with time zone,
  sealed_reply bytea,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key)
);

create table job_progress (
  job_id uuid not null,
  progress integer not null,
  updated_at timestamp with time zone not null default now(),
  constraint job_progress_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint job_progress_pkey PRIMARY KEY (job_id)
);

create table mails (
  id uuid not null,
  account_id uuid,
  template text not null,
  to_address text not null,
  subject text not null,
  sealed_variables bytea not null,
  status text not null default 'queued'::text,
  error text,
  sent_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint mails_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'captured'::text, 'failed'::text]))),
  constraint mails_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint mails_pkey PRIMARY KEY (id)
);

create table notifications (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  notification_type text not null,
  title text not null,
  message text not null,
  severity text not null,
  category text not null,
  action_url text,
  metadata jsonb not null default '{}'::jsonb,
  read_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint notifications_severity_check CHECK ((severity = ANY (ARRAY['info'::text, 'success'::text, 'warning'::text, 'error'::text, 'critical'::text]))),
  constraint notifications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint notifications_pkey PRIMARY KEY (id)
);

create table one_time_tokens (
  user_id uuid not null,
  purpose text not null,
  account_id uuid not null,
  digest text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  constraint one_time_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text]))),
  constraint one_time_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint one_time_tokens_pkey PRIMARY KEY (user_id, purpose),
  constraint one_time_tokens_digest_key UNIQUE (digest)
);

create table permissions (
  id uuid not null,
  name text not null,
  description text not null,
  category text not null,
  created_at timestamp with time zone not null default now(),
  constraint permissions_category_check CHECK ((category = ANY (ARRAY['resource'::text, 'admin'::text, 'system'::text]))),
  constraint permissions_pkey PRIMARY KEY (id),
  constraint permissions_name_key UNIQUE (name)
);

create table refresh_tokens (
  id uuid not null,
  account_id uuid not null,
  session_id uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  successor_id uuid,
  constraint refresh_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE,
  constraint refresh_tokens_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES refresh_tokens(id) ON DELETE SET NULL,
  constraint refresh_tokens_pkey PRIMARY KEY (id)
);

create table role_permissions (
  role_id uuid not null,
  permission_id uuid not null,
  constraint role_permissions_permission_id_fkey FOREIGN KEY (permission_id) REFERENCES permissions(id) ON DELETE CASCADE,
  constraint role_permissions_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE,
  constraint role_permissions_pkey PRIMARY KEY (role_id, permission_id)
);

create table roles (
  id uuid not null,
  account_id uuid,
  name text not null,
  display_name text not null,
  description text not null default ''::text,
  role_type text not null default 'user'::text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint roles_name_check CHECK ((name ~ '^[a-z_.]{1,100}$'::text)),
  constraint roles_role_type_check CHECK ((role_type = ANY (ARRAY['user'::text, 'admin'::text, 'system'::text]))),
  constraint roles_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint roles_pkey PRIMARY KEY (id),
  constraint roles_account_id_name_key UNIQUE NULLS NOT DISTINCT (account_id, name)
);

create table sessions (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  ip_address text,
  user_agent text,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_reason text,
  last_used_at timestamp with time zone not null default now(),
  created_at timestamp with time zone not null default now(),
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint sessions_pkey PRIMARY KEY (id)
);

create table signing_keys (
  id uuid not null,
  sealed_secret bytea not null,
  created_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone,
  constraint signing_keys_pkey PRIMARY KEY (id)
);

create table user_roles (
  account_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  constraint user_roles_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint user_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE RESTRICT,
  constraint user_roles_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint user_roles_pkey PRIMARY KEY (user_id, role_id)
);

create table users (
  id uuid not null,
  account_id uuid not null,
  name text not null,
  email text not null,
  email_verified_at timestamp with time zone,
  status text not null default 'active'::text,
  password_digest text,
  previous_password_digests text[] not null default '{}'::text[],
  preferences jsonb not null default '{}'::jsonb,
  two_factor_enabled boolean not null default false,
  failed_login_attempts integer not null default 0,
  lock_count integer not null default 0,
  locked_until timestamp with time zone,
  last_login_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint users_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint users_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint users_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'suspended'::text]))),
  constraint users_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint users_pkey PRIMARY KEY (id)
);

create table workers (
  id uuid not null,
  name text not null,
  token_digest text not null,
  status text not null default 'active'::text,
  is_system boolean not null default false,
  last_seen_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint workers_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'revoked'::text]))),
  constraint workers_pkey PRIMARY KEY (id),
  constraint workers_name_key UNIQUE (name),
  constraint workers_token_digest_key UNIQUE (token_digest)
);

CREATE INDEX audit_logs_account ON audit_logs USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX audit_logs_action ON audit_logs USING btree (account_id, action, created_at DESC);

CREATE INDEX audit_logs_resource ON audit_logs USING btree (account_id, resource_type, resource_id, created_at DESC);

CREATE INDEX audit_logs_user ON audit_logs USING btree (account_id, user_id, created_at DESC);

CREATE INDEX auth_throttles_expiry ON auth_throttles USING btree (expire);

CREATE INDEX events_account ON events USING btree (account_id, created_at);

CREATE INDEX events_created ON events USING btree (created_at);

CREATE INDEX idempotency_keys_created ON idempotency_keys USING btree (created_at);

CREATE INDEX mails_account ON mails USING btree (account_id);

CREATE INDEX mails_created ON mails USING btree (created_at DESC, id DESC);

CREATE INDEX notifications_unread ON notifications USING btree (user_id) WHERE (read_at IS NULL);

CREATE INDEX notifications_user ON notifications USING btree (user_id, created_at DESC, id DESC);

CREATE INDEX one_time_tokens_expiry ON one_time_tokens USING btree (expires_at);

CREATE INDEX refresh_tokens_expiry ON refresh_tokens USING btree (expires_at);

CREATE INDEX refresh_tokens_session ON refresh_tokens USING btree (session_id);

CREATE INDEX refresh_tokens_successor ON refresh_tokens USING btree (successor_id);

CREATE INDEX sessions_expiry ON sessions USING btree (expires_at);

CREATE INDEX sessions_user ON sessions USING btree (user_id) WHERE (revoked_at IS NULL);

CREATE INDEX user_roles_role ON user_roles USING btree (role_id, account_id);

CREATE INDEX users_account_created ON users USING btree (account_id, created_at, id);

CREATE INDEX users_account_name ON users USING btree (account_id, name, id);

CREATE UNIQUE INDEX users_email ON users USING btree (email);

CREATE UNIQUE INDEX workers_one_system ON workers USING btree (is_system) WHERE is_system;
