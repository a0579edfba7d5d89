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

create table admin_settings (
  id uuid not null,
  name text not null,
  old_value jsonb not null,
  new_value jsonb not null,
  changed_by_id uuid,
  created_at timestamp with time zone not null default now(),
  constraint admin_settings_name_check CHECK ((name ~ '^[a-z_]{1,100}$'::text)),
  constraint admin_settings_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint admin_settings_pkey PRIMARY KEY (id)
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

create table backup_codes (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  position smallint not null,
  sealed_code bytea not null,
  used_at timestamp with time zone,
  constraint backup_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint backup_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint backup_codes_pkey PRIMARY KEY (id)
);

create table cable_payloads (
  id uuid not null,
  message text not null,
  created_at timestamp with time zone not null default now(),
  constraint cable_payloads_pkey PRIMARY KEY (id)
);

create table delegations (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  delegated_by_id uuid,
  role_id uuid,
  permissions text[] not null default '{}'::text[],
  status text not null default 'active'::text,
  notes text,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint delegations_check CHECK (((role_id IS NOT NULL) OR (permissions <> '{}'::text[]))),
  constraint delegations_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'revoked'::text]))),
  constraint delegations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint delegations_delegated_by_id_fkey FOREIGN KEY (delegated_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint delegations_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE RESTRICT,
  constraint delegations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint delegations_pkey PRIMARY KEY (id)
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

create table impersonations (
  id uuid not null,
  account_id uuid not null,
  impersonator_id uuid not null,
  user_id uuid not null,
  session_id uuid not null,
  reason text not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint impersonations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint impersonations_impersonator_id_fkey FOREIGN KEY (impersonator_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint impersonations_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE,
  constraint impersonations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint impersonations_pkey PRIMARY KEY (id),
  constraint impersonations_session_id_key UNIQUE (session_id)
);

create table invitations (
  id uuid not null,
  account_id uuid not null,
  email text not null,
  name text,
  roles text[] not null,
  message text,
  inviter_id uuid,
  token_digest text not null,
  status text not null default 'pending'::text,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint invitations_email_check CHECK ((email = lower(email))),
  constraint invitations_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'accepted'::text, 'expired'::text, 'cancelled'::text]))),
  constraint invitations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint invitations_inviter_id_fkey FOREIGN KEY (inviter_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_token_digest_key UNIQUE (token_digest)
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
  constraint one_time_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text, 'two_factor'::text]))),
  constraint one_time_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint one_time_tokens_pkey PRIMARY KEY (user_id, purpose),
  constraint one_time_tokens_digest_key UNIQUE (digest)
);

create table passkey_challenges (
  challenge text not null,
  user_id uuid,
  expires_at timestamp with time zone not null,
  constraint passkey_challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint passkey_challenges_pkey PRIMARY KEY (challenge)
);

create table passkeys (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  last_used_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint passkeys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint passkeys_pkey PRIMARY KEY (id),
  constraint passkeys_credential_id_key UNIQUE (credential_id)
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
  proved_at timestamp with time zone not null default now(),
  delegation_id uuid,
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint sessions_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id) ON DELETE CASCADE,
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

create table system_logs (
  id uuid not null,
  level text not null,
  source text not null,
  message text not null,
  metadata jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  constraint system_logs_level_check CHECK ((level = ANY (ARRAY['info'::text, 'warn'::text, 'error'::text, 'fatal'::text]))),
  constraint system_logs_source_check CHECK ((source = ANY (ARRAY['server'::text, 'worker'::text]))),
  constraint system_logs_pkey PRIMARY KEY (id)
);

create table two_factor (
  user_id uuid not null,
  account_id uuid not null,
  sealed_secret bytea not null,
  pending_until timestamp with time zone,
  enabled_at timestamp with time zone,
  last_step bigint not null default 0,
  codes_generated_at timestamp with time zone,
  constraint two_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint two_factor_pkey PRIMARY KEY (user_id)
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

create table webhook_attempts (
  id uuid not null,
  account_id uuid not null,
  delivery_id uuid not null,
  http_status integer,
  response_time_ms integer not null,
  error_message text,
  response_body text,
  attempted_at timestamp with time zone not null,
  constraint webhook_attempts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint webhook_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhook_deliveries(id) ON DELETE CASCADE,
  constraint webhook_attempts_pkey PRIMARY KEY (id)
);

create table webhook_deliveries (
  id uuid not null,
  account_id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  event_type text not null,
  test boolean not null default false,
  status text not null default 'pending'::text,
  attempt_count integer not null default 0,
  max_attempts integer not null,
  turn integer not null default 1,
  next_retry_at timestamp with time zone,
  http_status integer,
  response_time_ms integer,
  error_message text,
  attempted_at timestamp with time zone,
  completed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'successful'::text, 'failed'::text, 'max_retries_reached'::text]))),
  constraint webhook_deliveries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint webhook_deliveries_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  constraint webhook_deliveries_pkey PRIMARY KEY (id)
);

create table webhooks (
  id uuid not null,
  account_id uuid not null,
  url text not null,
  description text,
  status text not null default 'active'::text,
  event_types text[] not null default '{}'::text[],
  timeout_seconds integer not null default 30,
  retry_limit integer not null default 9,
  sealed_secret bytea not null,
  secret_preview text not null,
  previous_sealed_secret bytea,
  previous_secret_expires_at timestamp with time zone,
  circuit_status text not null default 'closed'::text,
  circuit_step integer not null default 0,
  circuit_until timestamp with time zone,
  consecutive_failures integer not null default 0,
  failing_since timestamp with time zone,
  disabled_reason text,
  disabled_at timestamp with time zone,
  success_count bigint not null default 0,
  failure_count bigint not null default 0,
  last_delivery_at timestamp with time zone,
  created_by_id uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint webhooks_circuit_status_check CHECK ((circuit_status = ANY (ARRAY['closed'::text, 'open'::text, 'half_open'::text]))),
  constraint webhooks_disabled_reason_check CHECK ((disabled_reason = ANY (ARRAY['gone'::text, 'failing'::text]))),
  constraint webhooks_retry_limit_check CHECK (((retry_limit >= 0) AND (retry_limit <= 10))),
  constraint webhooks_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text]))),
  constraint webhooks_timeout_seconds_check CHECK (((timeout_seconds >= 1) AND (timeout_seconds <= 300))),
  constraint webhooks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint webhooks_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint webhooks_pkey PRIMARY KEY (id)
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

CREATE INDEX accounts_created ON accounts USING btree (created_at, id);

CREATE INDEX accounts_name ON accounts USING btree (name, id);

CREATE INDEX accounts_search ON accounts USING gin (name gin_trgm_ops, subdomain gin_trgm_ops);

CREATE INDEX accounts_status ON accounts USING btree (status, created_at, id);

CREATE INDEX admin_settings_created ON admin_settings USING btree (created_at, id);

CREATE INDEX admin_settings_name ON admin_settings USING btree (name, created_at DESC);

CREATE INDEX audit_logs_account ON audit_logs USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX audit_logs_action ON audit_logs USING btree (account_id, action, created_at DESC);

CREATE INDEX audit_logs_resource ON audit_logs USING btree (account_id, resource_type, resource_id, created_at DESC);

CREATE INDEX audit_logs_user ON audit_logs USING btree (account_id, user_id, created_at DESC);

CREATE INDEX auth_throttles_expiry ON auth_throttles USING btree (expire);

CREATE INDEX backup_codes_user ON backup_codes USING btree (user_id);

CREATE INDEX delegations_account ON delegations USING btree (account_id, created_at, id);

CREATE UNIQUE INDEX delegations_live ON delegations USING btree (account_id, user_id) WHERE (status <> 'revoked'::text);

CREATE INDEX delegations_role ON delegations USING btree (role_id) WHERE (role_id IS NOT NULL);

CREATE INDEX delegations_user ON delegations USING btree (user_id) WHERE (status = 'active'::text);

CREATE INDEX events_account ON events USING btree (account_id, created_at);

CREATE INDEX events_created ON events USING btree (created_at);

CREATE INDEX idempotency_keys_created ON idempotency_keys USING btree (created_at);

CREATE INDEX impersonations_account ON impersonations USING btree (account_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX impersonations_impersonator ON impersonations USING btree (impersonator_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX impersonations_target ON impersonations USING btree (user_id) WHERE (ended_at IS NULL);

CREATE INDEX invitations_account ON invitations USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX invitations_due ON invitations USING btree (expires_at) WHERE (status = 'pending'::text);

CREATE UNIQUE INDEX invitations_pending ON invitations USING btree (account_id, email) WHERE (status = 'pending'::text);

CREATE INDEX mails_account ON mails USING btree (account_id);

CREATE INDEX mails_created ON mails USING btree (created_at DESC, id DESC);

CREATE INDEX notifications_unread ON notifications USING btree (user_id) WHERE (read_at IS NULL);

CREATE INDEX notifications_user ON notifications USING btree (user_id, created_at DESC, id DESC);

CREATE INDEX one_time_tokens_expiry ON one_time_tokens USING btree (expires_at);

CREATE INDEX passkey_challenges_expiry ON passkey_challenges USING btree (expires_at);

CREATE INDEX passkey_challenges_user ON passkey_challenges USING btree (user_id);

CREATE INDEX passkeys_user ON passkeys USING btree (user_id, created_at);

CREATE INDEX refresh_tokens_expiry ON refresh_tokens USING btree (expires_at);

CREATE INDEX refresh_tokens_session ON refresh_tokens USING btree (session_id);

CREATE INDEX refresh_tokens_successor ON refresh_tokens USING btree (successor_id);

CREATE INDEX sessions_delegation ON sessions USING btree (delegation_id) WHERE (delegation_id IS NOT NULL);

CREATE INDEX sessions_device ON sessions USING btree (user_id, user_agent);

CREATE INDEX sessions_expiry ON sessions USING btree (expires_at);

CREATE INDEX sessions_user ON sessions USING btree (user_id) WHERE (revoked_at IS NULL);

CREATE INDEX system_logs_created ON system_logs USING btree (created_at, id);

CREATE INDEX system_logs_level ON system_logs USING btree (level, created_at, id);

CREATE INDEX user_roles_role ON user_roles USING btree (role_id, account_id);

CREATE INDEX users_account_created ON users USING btree (account_id, created_at, id);

CREATE INDEX users_account_name ON users USING btree (account_id, name, id);

CREATE INDEX users_created ON users USING btree (created_at, id);

CREATE UNIQUE INDEX users_email ON users USING btree (email);

CREATE INDEX users_name ON users USING btree (name, id);

CREATE INDEX users_search ON users USING gin (name gin_trgm_ops, email gin_trgm_ops);

CREATE INDEX users_status ON users USING btree (status, created_at, id);

CREATE INDEX webhook_attempts_delivery ON webhook_attempts USING btree (delivery_id, attempted_at);

CREATE INDEX webhook_deliveries_account ON webhook_deliveries USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX webhook_deliveries_created ON webhook_deliveries USING btree (created_at);

CREATE INDEX webhook_deliveries_event ON webhook_deliveries USING btree (event_id);

CREATE INDEX webhook_deliveries_status ON webhook_deliveries USING btree (account_id, status, created_at DESC);

CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries USING btree (webhook_id) WHERE ((status = 'pending'::text) OR (next_retry_at IS NOT NULL));

CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries USING btree (webhook_id, created_at DESC, id DESC);

CREATE INDEX webhooks_account ON webhooks USING btree (account_id, created_at);

CREATE UNIQUE INDEX workers_one_system ON workers USING btree (is_system) WHERE is_system;
