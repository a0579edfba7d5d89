-- Written by npm run generate from the migrations; do not edit.

create table account_storage (
  id uuid not null,
  account_id uuid not null,
  limit_bytes bigint,
  used_bytes bigint not null default 0,
  reserved_bytes bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint account_storage_limit_bytes_check CHECK ((limit_bytes >= 0)),
  constraint account_storage_reserved_bytes_check CHECK ((reserved_bytes >= 0)),
  constraint account_storage_used_bytes_check CHECK ((used_bytes >= 0)),
  constraint account_storage_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint account_storage_pkey PRIMARY KEY (id),
  constraint account_storage_account UNIQUE (account_id)
);

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
  rate_limit_tier text,
  time_zone text not null default 'UTC'::text,
  constraint accounts_name_check CHECK (((length(name) >= 2) AND (length(name) <= 100))),
  constraint accounts_rate_limit_tier_check CHECK ((rate_limit_tier = ANY (ARRAY['free'::text, 'starter'::text, 'professional'::text, 'business'::text, 'unlimited'::text]))),
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

create table alert_activities (
  id uuid not null,
  alert_id uuid not null,
  action text not null,
  user_id uuid,
  note text,
  value double precision,
  performed_at timestamp with time zone not null,
  constraint alert_activities_action_check CHECK ((action = ANY (ARRAY['triggered'::text, 'notified'::text, 'acknowledged'::text, 'resolved'::text]))),
  constraint alert_activities_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES alerts(id) ON DELETE CASCADE,
  constraint alert_activities_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint alert_activities_pkey PRIMARY KEY (id)
);

create table alert_rules (
  id uuid not null,
  name text not null,
  metric text not null,
  condition text not null,
  threshold double precision not null,
  for_minutes integer not null default 0,
  severity text not null default 'medium'::text,
  enabled boolean not null default true,
  notify_by_mail boolean not null default true,
  renotify_minutes integer,
  state text not null default 'ok'::text,
  state_since timestamp with time zone not null default now(),
  current_value double precision,
  evaluated_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint alert_rules_condition_check CHECK ((condition = ANY (ARRAY['above'::text, 'below'::text]))),
  constraint alert_rules_for_minutes_check CHECK (((for_minutes >= 0) AND (for_minutes <= 1440))),
  constraint alert_rules_renotify_minutes_check CHECK (((renotify_minutes >= 5) AND (renotify_minutes <= 10080))),
  constraint alert_rules_severity_check CHECK ((severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint alert_rules_state_check CHECK ((state = ANY (ARRAY['ok'::text, 'pending'::text, 'firing'::text]))),
  constraint alert_rules_pkey PRIMARY KEY (id)
);

create table alerts (
  id uuid not null,
  source text not null,
  rule_id uuid,
  type text not null,
  name text not null,
  severity text not null,
  status text not null default 'open'::text,
  summary text,
  about_account_id uuid,
  metric text,
  condition text,
  threshold double precision,
  current_value double precision,
  trigger_count integer not null default 1,
  details jsonb not null default '{}'::jsonb,
  dedupe_key text,
  note text,
  acknowledged_at timestamp with time zone,
  acknowledged_by_id uuid,
  resolved_at timestamp with time zone,
  resolved_by_id uuid,
  last_triggered_at timestamp with time zone not null,
  notified_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint alerts_condition_check CHECK ((condition = ANY (ARRAY['above'::text, 'below'::text]))),
  constraint alerts_severity_check CHECK ((severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint alerts_source_check CHECK ((source = ANY (ARRAY['rule'::text, 'worker'::text, 'system'::text]))),
  constraint alerts_status_check CHECK ((status = ANY (ARRAY['open'::text, 'acknowledged'::text, 'resolved'::text]))),
  constraint alerts_about_account_id_fkey FOREIGN KEY (about_account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint alerts_acknowledged_by_id_fkey FOREIGN KEY (acknowledged_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint alerts_resolved_by_id_fkey FOREIGN KEY (resolved_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint alerts_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES alert_rules(id) ON DELETE SET NULL,
  constraint alerts_pkey PRIMARY KEY (id)
);

create table api_key_usage (
  api_key_id uuid not null,
  account_id uuid not null,
  day date not null,
  route text not null,
  method text not null,
  status integer not null,
  requests bigint not null,
  constraint api_key_usage_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint api_key_usage_api_key_id_fkey FOREIGN KEY (api_key_id) REFERENCES api_keys(id) ON DELETE CASCADE,
  constraint api_key_usage_pkey PRIMARY KEY (api_key_id, day, route, method, status)
);

create table api_keys (
  id uuid not null,
  account_id uuid not null,
  created_by_id uuid,
  name text not null,
  description text,
  environment text not null,
  prefix text not null,
  digest text not null,
  previous_digest text,
  previous_expires_at timestamp with time zone,
  scopes text[] not null,
  allowed_ips text[] not null default '{}'::text[],
  rate_limit_per_minute integer,
  monthly_quota bigint,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  last_used_ip text,
  usage_count bigint not null default 0,
  quota_month date,
  quota_used bigint not null default 0,
  denied_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint api_keys_check CHECK (((previous_digest IS NULL) = (previous_expires_at IS NULL))),
  constraint api_keys_environment_check CHECK ((environment = ANY (ARRAY['live'::text, 'test'::text]))),
  constraint api_keys_monthly_quota_check CHECK ((monthly_quota > 0)),
  constraint api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint api_keys_rate_limit_per_minute_check CHECK ((rate_limit_per_minute > 0)),
  constraint api_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint api_keys_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_digest_key UNIQUE (digest),
  constraint api_keys_previous_digest_key UNIQUE (previous_digest)
);

create table audit_checkpoints (
  id uuid not null,
  account_id uuid,
  kind text not null,
  sequence_number bigint not null,
  integrity_hash bytea not null,
  signature bytea not null,
  created_at timestamp with time zone not null default now(),
  constraint audit_checkpoints_kind_check CHECK ((kind = ANY (ARRAY['head'::text, 'milestone'::text, 'base'::text, 'adopted'::text]))),
  constraint audit_checkpoints_pkey PRIMARY KEY (id)
);

create table audit_export_parts (
  id uuid not null,
  account_id uuid not null,
  export_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint audit_export_parts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint audit_export_parts_export_id_fkey FOREIGN KEY (export_id) REFERENCES audit_exports(id) ON DELETE CASCADE,
  constraint audit_export_parts_pkey PRIMARY KEY (id)
);

create table audit_exports (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  format text not null,
  filters jsonb not null default '{}'::jsonb,
  status text not null default 'pending'::text,
  error text,
  total_count integer,
  row_count integer not null default 0,
  part_count integer not null default 0,
  size_bytes bigint not null default 0,
  crc bigint not null default 0,
  cursor_at timestamp with time zone,
  cursor_id uuid,
  created_at timestamp with time zone not null default now(),
  completed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint audit_exports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'json'::text]))),
  constraint audit_exports_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text]))),
  constraint audit_exports_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint audit_exports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint audit_exports_pkey PRIMARY KEY (id)
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
  row_mac bytea,
  sequence_number bigint,
  integrity_hash bytea,
  constraint audit_logs_action_check CHECK ((action ~ '^[a-z0-9_.]{1,100}$'::text)),
  constraint audit_logs_risk_level_check CHECK ((risk_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint audit_logs_sealed_check CHECK (((sequence_number IS NULL) = (integrity_hash IS NULL))),
  constraint audit_logs_severity_check CHECK ((severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint audit_logs_source_check CHECK ((source = ANY (ARRAY['web'::text, 'api'::text, 'system'::text, 'worker'::text, 'webhook'::text, 'admin_panel'::text, 'mobile_app'::text, 'integration'::text, 'automation'::text, 'scheduler'::text, 'security_system'::text, 'compliance_system'::text]))),
  constraint audit_logs_status_check CHECK ((status = ANY (ARRAY['success'::text, 'warning'::text, 'error'::text]))),
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

create table backups (
  id uuid not null,
  scheduled boolean not null,
  started_by_id uuid,
  status text not null default 'running'::text,
  path text not null,
  size_bytes bigint,
  row_count bigint,
  error text,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint backups_status_check CHECK ((status = ANY (ARRAY['running'::text, 'completed'::text, 'failed'::text]))),
  constraint backups_started_by_id_fkey FOREIGN KEY (started_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint backups_pkey PRIMARY KEY (id)
);

create table billing_profiles (
  account_id uuid not null,
  legal_name text,
  email text,
  address jsonb not null default '{}'::jsonb,
  country text,
  tax_id text,
  currency text,
  tax_basis_points integer not null default 0,
  tax_exempt boolean not null default false,
  exemption_note text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint billing_profiles_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint billing_profiles_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint billing_profiles_tax_basis_points_check CHECK (((tax_basis_points >= 0) AND (tax_basis_points <= 9999))),
  constraint billing_profiles_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint billing_profiles_pkey PRIMARY KEY (account_id)
);

create table blobs (
  id uuid not null,
  account_id uuid not null,
  storage_id uuid not null,
  key text not null,
  state text not null default 'writing'::text,
  size_bytes bigint not null default 0,
  reserved_bytes bigint not null default 0,
  sha256 text,
  lease_until timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint blobs_check CHECK (((state <> 'stored'::text) OR ((sha256 IS NOT NULL) AND (reserved_bytes = 0)))),
  constraint blobs_check1 CHECK (((state = 'stored'::text) = (lease_until IS NULL))),
  constraint blobs_key_check CHECK ((key ~ '^[a-z0-9_-]+(/[a-z0-9_-]+)*$'::text)),
  constraint blobs_state_check CHECK ((state = ANY (ARRAY['writing'::text, 'stored'::text, 'deleting'::text]))),
  constraint blobs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint blobs_storage_id_fkey FOREIGN KEY (storage_id) REFERENCES storage(id),
  constraint blobs_pkey PRIMARY KEY (id),
  constraint blobs_key UNIQUE (storage_id, key)
);

create table cable_payloads (
  id uuid not null,
  message text not null,
  created_at timestamp with time zone not null default now(),
  constraint cable_payloads_pkey PRIMARY KEY (id)
);

create table coupons (
  id uuid not null,
  code text not null,
  basis_points integer,
  amount_cents bigint,
  currency text,
  periods integer,
  redeem_by timestamp with time zone,
  max_redemptions integer,
  redeemed integer not null default 0,
  plan_ids uuid[],
  status text not null default 'active'::text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint coupons_amount_cents_check CHECK ((amount_cents > 0)),
  constraint coupons_basis_points_check CHECK (((basis_points >= 1) AND (basis_points <= 10000))),
  constraint coupons_check CHECK (((basis_points IS NULL) <> (amount_cents IS NULL))),
  constraint coupons_check1 CHECK (((amount_cents IS NULL) = (currency IS NULL))),
  constraint coupons_check2 CHECK ((redeemed <= max_redemptions)),
  constraint coupons_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint coupons_max_redemptions_check CHECK ((max_redemptions > 0)),
  constraint coupons_periods_check CHECK ((periods > 0)),
  constraint coupons_redeemed_check CHECK ((redeemed >= 0)),
  constraint coupons_status_check CHECK ((status = ANY (ARRAY['active'::text, 'archived'::text]))),
  constraint coupons_pkey PRIMARY KEY (id)
);

create table credit_expiries (
  id uuid not null,
  account_id uuid not null,
  grant_id uuid not null,
  amount_cents bigint not null,
  created_at timestamp with time zone not null,
  constraint credit_expiries_amount_cents_check CHECK ((amount_cents > 0)),
  constraint credit_expiries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint credit_expiries_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES credit_grants(id),
  constraint credit_expiries_pkey PRIMARY KEY (id)
);

create table credit_grants (
  id uuid not null,
  account_id uuid not null,
  currency text not null,
  amount_cents bigint not null,
  remaining_cents bigint not null,
  source text not null,
  source_id uuid,
  reason text not null,
  created_at timestamp with time zone not null default now(),
  refunded_cents bigint not null default 0,
  expires_at timestamp with time zone,
  expiry_reminded_at timestamp with time zone,
  constraint credit_grants_amount_cents_check CHECK ((amount_cents > 0)),
  constraint credit_grants_check CHECK (((remaining_cents >= 0) AND (remaining_cents <= amount_cents))),
  constraint credit_grants_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint credit_grants_expiry CHECK (((expires_at IS NULL) OR ((expires_at > created_at) AND (source = 'manual'::text)))),
  constraint credit_grants_refunded_cents_check CHECK ((refunded_cents >= 0)),
  constraint credit_grants_source_check CHECK ((source = ANY (ARRAY['credit_note'::text, 'payment'::text, 'manual'::text, 'refund'::text]))),
  constraint credit_grants_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint credit_grants_pkey PRIMARY KEY (id)
);

create table credit_note_documents (
  credit_note_id uuid not null,
  account_id uuid not null,
  content bytea not null,
  sha256 text not null,
  created_at timestamp with time zone not null,
  constraint credit_note_documents_check CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  constraint credit_note_documents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint credit_note_documents_credit_note_id_fkey FOREIGN KEY (credit_note_id) REFERENCES credit_notes(id),
  constraint credit_note_documents_pkey PRIMARY KEY (credit_note_id)
);

create table credit_note_lines (
  id uuid not null,
  account_id uuid not null,
  credit_note_id uuid not null,
  position integer not null,
  description text not null,
  amount_cents bigint not null,
  basis jsonb not null,
  constraint credit_note_lines_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint credit_note_lines_credit_note_id_fkey FOREIGN KEY (credit_note_id) REFERENCES credit_notes(id),
  constraint credit_note_lines_pkey PRIMARY KEY (id),
  constraint credit_note_lines_credit_note_id_position_key UNIQUE (credit_note_id, position)
);

create table credit_notes (
  id uuid not null,
  account_id uuid not null,
  invoice_id uuid not null,
  number text not null,
  reason text not null,
  currency text not null,
  tax_basis_points integer not null,
  subtotal_cents bigint not null,
  tax_cents bigint not null,
  total_cents bigint not null,
  to_balance_cents bigint not null default 0,
  to_invoice_cents bigint not null default 0,
  to_refund_cents bigint not null default 0,
  seller jsonb not null,
  buyer jsonb not null,
  created_at timestamp with time zone not null default now(),
  constraint credit_notes_check CHECK (((subtotal_cents + tax_cents) = total_cents)),
  constraint credit_notes_check1 CHECK ((((to_balance_cents + to_invoice_cents) + to_refund_cents) = total_cents)),
  constraint credit_notes_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint credit_notes_reason_check CHECK ((reason = ANY (ARRAY['proration'::text, 'refund'::text, 'goodwill'::text, 'write_off'::text, 'correction'::text]))),
  constraint credit_notes_subtotal_cents_check CHECK ((subtotal_cents >= 0)),
  constraint credit_notes_tax_basis_points_check CHECK (((tax_basis_points >= 0) AND (tax_basis_points <= 9999))),
  constraint credit_notes_tax_cents_check CHECK ((tax_cents >= 0)),
  constraint credit_notes_to_balance_cents_check CHECK ((to_balance_cents >= 0)),
  constraint credit_notes_to_invoice_cents_check CHECK ((to_invoice_cents >= 0)),
  constraint credit_notes_to_refund_cents_check CHECK ((to_refund_cents >= 0)),
  constraint credit_notes_total_cents_check CHECK ((total_cents > 0)),
  constraint credit_notes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint credit_notes_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint credit_notes_pkey PRIMARY KEY (id),
  constraint credit_notes_number_key UNIQUE (number)
);

create table credit_uses (
  id uuid not null,
  account_id uuid not null,
  grant_id uuid not null,
  invoice_id uuid not null,
  amount_cents bigint not null,
  reversed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint credit_uses_amount_cents_check CHECK ((amount_cents > 0)),
  constraint credit_uses_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint credit_uses_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES credit_grants(id),
  constraint credit_uses_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint credit_uses_pkey PRIMARY KEY (id)
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
  given_to text,
  constraint delegations_check CHECK (((role_id IS NOT NULL) OR (permissions <> '{}'::text[]))),
  constraint delegations_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'revoked'::text]))),
  constraint delegations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint delegations_delegated_by_id_fkey FOREIGN KEY (delegated_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint delegations_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE RESTRICT,
  constraint delegations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint delegations_pkey PRIMARY KEY (id)
);

create table disputes (
  id uuid not null,
  account_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid,
  gateway text not null,
  external_id text not null,
  amount_cents bigint not null,
  fee_cents bigint not null default 0,
  currency text not null,
  status text not null default 'open'::text,
  reason text not null,
  evidence_due_at timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint disputes_amount_cents_check CHECK ((amount_cents > 0)),
  constraint disputes_check CHECK (((status = 'open'::text) = (closed_at IS NULL))),
  constraint disputes_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint disputes_fee_cents_check CHECK ((fee_cents >= 0)),
  constraint disputes_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint disputes_status_check CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint disputes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint disputes_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint disputes_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint disputes_pkey PRIMARY KEY (id),
  constraint disputes_gateway_external_id_key UNIQUE (gateway, external_id)
);

create table document_counters (
  series text not null,
  last_number integer not null,
  constraint document_counters_last_number_check CHECK ((last_number > 0)),
  constraint document_counters_pkey PRIMARY KEY (series)
);

create table dunnings (
  id uuid not null,
  account_id uuid not null,
  invoice_id uuid not null,
  subscription_id uuid not null,
  status text not null default 'open'::text,
  first_failed_at timestamp with time zone not null,
  attempts integer not null default 1,
  step integer not null default 0,
  next_step_at timestamp with time zone,
  payment_id uuid,
  failure_reason text not null,
  stopped_because text,
  grace_until timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint dunnings_attempts_check CHECK ((attempts > 0)),
  constraint dunnings_check CHECK (((status = 'open'::text) = (closed_at IS NULL))),
  constraint dunnings_check1 CHECK (((status = 'open'::text) OR (next_step_at IS NULL))),
  constraint dunnings_status_check CHECK ((status = ANY (ARRAY['open'::text, 'recovered'::text, 'exhausted'::text, 'withdrawn'::text]))),
  constraint dunnings_step_check CHECK ((step >= 0)),
  constraint dunnings_stopped_because_check CHECK ((stopped_because = ANY (ARRAY['hard'::text, 'authentication'::text, 'no_payment_method'::text]))),
  constraint dunnings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint dunnings_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint dunnings_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint dunnings_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint dunnings_pkey PRIMARY KEY (id),
  constraint dunnings_invoice_id_key UNIQUE (invoice_id)
);

create table error_reports (
  id uuid not null,
  fingerprint bytea not null,
  source text not null,
  message text not null,
  stack text,
  request_id text,
  occurrence_count bigint not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint error_reports_source_check CHECK ((source = ANY (ARRAY['server'::text, 'worker'::text]))),
  constraint error_reports_pkey PRIMARY KEY (id),
  constraint error_reports_fingerprint UNIQUE (fingerprint)
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

create table file_derivatives (
  id uuid not null,
  account_id uuid not null,
  file_id uuid not null,
  blob_id uuid not null,
  kind text not null,
  size text not null,
  content_type text not null,
  storage_key text not null,
  created_at timestamp with time zone not null default now(),
  constraint file_derivatives_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint file_derivatives_blob_id_fkey FOREIGN KEY (blob_id) REFERENCES blobs(id),
  constraint file_derivatives_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE,
  constraint file_derivatives_pkey PRIMARY KEY (id),
  constraint file_derivatives_blob UNIQUE (blob_id),
  constraint file_derivatives_kind UNIQUE (file_id, kind, size)
);

create table file_links (
  id uuid not null,
  account_id uuid not null,
  file_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint file_links_subject_type_check CHECK ((subject_type = ANY (ARRAY['page'::text, 'kb_article'::text]))),
  constraint file_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint file_links_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE,
  constraint file_links_pkey PRIMARY KEY (id),
  constraint file_links_subject UNIQUE (file_id, subject_type, subject_id)
);

create table file_shares (
  id uuid not null,
  account_id uuid not null,
  file_id uuid not null,
  token_digest text not null,
  password_hash text,
  access_level text not null default 'download'::text,
  expires_at timestamp with time zone,
  max_downloads integer,
  download_count integer not null default 0,
  wrong_passwords integer not null default 0,
  wrong_password_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_by_id uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint file_shares_access_level_check CHECK ((access_level = ANY (ARRAY['view'::text, 'download'::text]))),
  constraint file_shares_check CHECK (((max_downloads IS NULL) OR (download_count <= max_downloads))),
  constraint file_shares_max_downloads_check CHECK ((max_downloads > 0)),
  constraint file_shares_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint file_shares_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint file_shares_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE,
  constraint file_shares_pkey PRIMARY KEY (id),
  constraint file_shares_token UNIQUE (token_digest)
);

create table file_taggings (
  id uuid not null,
  account_id uuid not null,
  file_id uuid not null,
  tag_id uuid not null,
  constraint file_taggings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint file_taggings_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE,
  constraint file_taggings_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES file_tags(id) ON DELETE CASCADE,
  constraint file_taggings_pkey PRIMARY KEY (id),
  constraint file_taggings_tag UNIQUE (tag_id, file_id)
);

create table file_tags (
  id uuid not null,
  account_id uuid not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  constraint file_tags_name_check CHECK (((name = lower(name)) AND ((length(name) >= 1) AND (length(name) <= 50)))),
  constraint file_tags_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint file_tags_pkey PRIMARY KEY (id),
  constraint file_tags_name UNIQUE (account_id, name)
);

create table files (
  id uuid not null,
  account_id uuid not null,
  blob_id uuid not null,
  filename text not null,
  content_type text not null,
  file_type text not null,
  file_size bigint not null,
  category text not null default 'user_upload'::text,
  visibility text not null default 'private'::text,
  description text,
  metadata jsonb not null default '{}'::jsonb,
  uploaded_by_id uuid,
  download_count bigint not null default 0,
  deleted_at timestamp with time zone,
  quarantined_at timestamp with time zone,
  quarantine_reason text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  processing_status text not null default 'completed'::text,
  dimensions jsonb not null default '{}'::jsonb,
  exif_data jsonb not null default '{}'::jsonb,
  extracted_text text,
  version integer not null default 1,
  version_of uuid,
  root_id uuid not null default COALESCE(version_of, id),
  is_latest boolean not null default true,
  constraint files_category_check CHECK ((category = ANY (ARRAY['user_upload'::text, 'workflow_output'::text, 'ai_generated'::text, 'temp'::text, 'system'::text, 'import'::text, 'page_content'::text]))),
  constraint files_description_check CHECK ((length(description) <= 2000)),
  constraint files_extracted_text_check CHECK ((length(extracted_text) <= 1000000)),
  constraint files_file_type_check CHECK ((file_type = ANY (ARRAY['image'::text, 'document'::text, 'video'::text, 'audio'::text, 'archive'::text, 'code'::text, 'data'::text, 'other'::text]))),
  constraint files_filename_check CHECK (((length(filename) >= 1) AND (length(filename) <= 255))),
  constraint files_processing_status_check CHECK ((processing_status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text]))),
  constraint files_version_check CHECK ((version > 0)),
  constraint files_visibility_check CHECK ((visibility = ANY (ARRAY['private'::text, 'public'::text]))),
  constraint files_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint files_blob_id_fkey FOREIGN KEY (blob_id) REFERENCES blobs(id),
  constraint files_uploaded_by_id_fkey FOREIGN KEY (uploaded_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_blob UNIQUE (blob_id)
);

create table former_slugs (
  id uuid not null,
  account_id uuid not null,
  subject_type text not null,
  slug text not null,
  subject_id uuid not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint former_slugs_subject_type_check CHECK ((subject_type = ANY (ARRAY['page'::text, 'kb_article'::text]))),
  constraint former_slugs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint former_slugs_pkey PRIMARY KEY (id),
  constraint former_slugs_slug UNIQUE (subject_type, slug)
);

create table gateway_calls (
  id uuid not null,
  account_id uuid not null,
  gateway text not null,
  livemode boolean not null,
  operation text not null,
  subject_type text not null,
  subject_id uuid not null,
  request jsonb not null,
  idempotency_key text not null,
  turn integer not null default 1,
  status text not null default 'queued'::text,
  outcome text,
  response jsonb,
  sealed_secret bytea,
  due_at timestamp with time zone,
  attempt_count integer not null default 0,
  asked_at timestamp with time zone,
  first_asked_at timestamp with time zone,
  finished_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint gateway_calls_check CHECK (((status = 'done'::text) = (finished_at IS NOT NULL))),
  constraint gateway_calls_check1 CHECK (((status <> 'done'::text) OR (due_at IS NULL))),
  constraint gateway_calls_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint gateway_calls_operation_check CHECK ((operation = ANY (ARRAY['create_customer'::text, 'start_setup'::text, 'finish_setup'::text, 'attach'::text, 'detach'::text, 'prepare'::text, 'confirm'::text, 'capture'::text, 'look_up'::text, 'cancel'::text, 'refund'::text, 'look_up_refund'::text]))),
  constraint gateway_calls_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'lost'::text]))),
  constraint gateway_calls_subject_type_check CHECK ((subject_type = ANY (ARRAY['payment'::text, 'payment_method'::text, 'payment_method_setup'::text, 'refund'::text]))),
  constraint gateway_calls_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint gateway_calls_pkey PRIMARY KEY (id),
  constraint gateway_calls_gateway_idempotency_key_key UNIQUE (gateway, idempotency_key)
);

create table gateway_certificates (
  id uuid not null,
  url text not null,
  pem text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint gateway_certificates_pkey PRIMARY KEY (id),
  constraint gateway_certificates_url_key UNIQUE (url)
);

create table gateway_connection_jobs (
  id uuid not null,
  gateway text not null,
  status text not null,
  result jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  completed_at timestamp with time zone,
  constraint gateway_connection_jobs_check CHECK (((completed_at IS NULL) = ((status = 'pending'::text) OR (status = 'processing'::text)))),
  constraint gateway_connection_jobs_check1 CHECK (((result IS NULL) = (completed_at IS NULL))),
  constraint gateway_connection_jobs_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint gateway_connection_jobs_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text]))),
  constraint gateway_connection_jobs_pkey PRIMARY KEY (id)
);

create table gateway_customers (
  id uuid not null,
  account_id uuid not null,
  gateway text not null,
  livemode boolean not null,
  external_id text not null,
  created_at timestamp with time zone not null default now(),
  constraint gateway_customers_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint gateway_customers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint gateway_customers_pkey PRIMARY KEY (id),
  constraint gateway_customers_account_id_gateway_livemode_key UNIQUE (account_id, gateway, livemode),
  constraint gateway_customers_gateway_external_id_key UNIQUE (gateway, external_id)
);

create table gateway_events (
  id uuid not null,
  about_account_id uuid,
  gateway text not null,
  external_id text not null,
  livemode boolean not null,
  event_type text not null,
  occurred_at timestamp with time zone not null,
  raw bytea not null,
  status text not null default 'pending'::text,
  ignored_reason text,
  error text,
  payment_id uuid,
  attempts integer not null default 0,
  turn integer not null default 1,
  due_at timestamp with time zone,
  processed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint gateway_events_attempts_check CHECK ((attempts >= 0)),
  constraint gateway_events_check CHECK ((((status = 'processed'::text) OR (status = 'skipped'::text)) = (processed_at IS NOT NULL))),
  constraint gateway_events_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint gateway_events_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'processed'::text, 'skipped'::text, 'failed'::text]))),
  constraint gateway_events_about_account_id_fkey FOREIGN KEY (about_account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint gateway_events_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id) ON DELETE SET NULL,
  constraint gateway_events_pkey PRIMARY KEY (id),
  constraint gateway_events_gateway_external_id_key UNIQUE (gateway, external_id)
);

create table gateway_settings (
  id uuid not null,
  gateway text not null,
  name text not null,
  sealed_value bytea not null,
  retires_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint gateway_settings_check CHECK (((retires_at IS NULL) OR (name = 'webhook_secret'::text))),
  constraint gateway_settings_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint gateway_settings_pkey PRIMARY KEY (id)
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
  impersonator_name text not null default ''::text,
  impersonator_email text not null default ''::text,
  user_name text not null default ''::text,
  user_email text not null default ''::text,
  impersonator_session_id uuid,
  impersonator_credentials text,
  end_reason text,
  constraint impersonations_end_reason_check CHECK ((end_reason = ANY (ARRAY['stopped'::text, 'replaced'::text, 'impersonator_deleted'::text, 'impersonator_inactive'::text, 'impersonator_credentials_changed'::text, 'impersonator_signed_out'::text, 'impersonator_lost_permission'::text, 'user_inactive'::text, 'user_session_ended'::text]))),
  constraint impersonations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint impersonations_pkey PRIMARY KEY (id),
  constraint impersonations_session_id_key UNIQUE (session_id)
);

create table invitation_roles (
  account_id uuid not null,
  invitation_id uuid not null,
  role_id uuid not null,
  constraint invitation_roles_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint invitation_roles_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitations(id) ON DELETE CASCADE,
  constraint invitation_roles_role_id_fkey FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE CASCADE,
  constraint invitation_roles_pkey PRIMARY KEY (invitation_id, role_id)
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

create table invoice_documents (
  invoice_id uuid not null,
  account_id uuid not null,
  content bytea not null,
  sha256 text not null,
  created_at timestamp with time zone not null default now(),
  constraint invoice_documents_check CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  constraint invoice_documents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint invoice_documents_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_documents_pkey PRIMARY KEY (invoice_id)
);

create table invoice_lines (
  id uuid not null,
  account_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  line_type text not null,
  description text not null,
  quantity integer not null,
  unit_amount_cents bigint not null,
  amount_cents bigint not null,
  proration boolean not null default false,
  taxable boolean not null default true,
  period_start timestamp with time zone,
  period_end timestamp with time zone,
  plan_id uuid,
  basis jsonb not null,
  constraint invoice_lines_line_type_check CHECK ((line_type = ANY (ARRAY['subscription'::text, 'usage'::text, 'discount'::text, 'adjustment'::text, 'carried'::text]))),
  constraint invoice_lines_quantity_check CHECK ((quantity > 0)),
  constraint invoice_lines_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint invoice_lines_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_lines_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id),
  constraint invoice_lines_pkey PRIMARY KEY (id),
  constraint invoice_lines_invoice_id_position_key UNIQUE (invoice_id, position)
);

create table invoices (
  id uuid not null,
  account_id uuid not null,
  subscription_id uuid,
  invoice_number text not null,
  invoice_type text not null,
  status text not null default 'draft'::text,
  currency text not null,
  tax_inclusive boolean not null default false,
  tax_basis_points integer not null default 0,
  subtotal_cents bigint not null,
  tax_cents bigint not null,
  total_cents bigint not null,
  credit_applied_cents bigint not null default 0,
  amount_paid_cents bigint not null default 0,
  credited_cents bigint not null default 0,
  carried_cents bigint not null default 0,
  carried_to uuid,
  amount_due_cents bigint not null default 
CASE
    WHEN (status = 'void'::text) THEN (0)::bigint
    ELSE ((((total_cents - credit_applied_cents) - amount_paid_cents) - credited_cents) - carried_cents)
END,
  period_start timestamp with time zone,
  period_end timestamp with time zone,
  issued_at timestamp with time zone,
  due_at timestamp with time zone,
  paid_at timestamp with time zone,
  voided_at timestamp with time zone,
  seller jsonb,
  buyer jsonb,
  collecting boolean not null default false,
  gateway text,
  gateway_invoice_id text,
  gateway_intent_id text,
  notes text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  balance_written_off_at timestamp with time zone,
  constraint invoices_amount_due_cents_check CHECK ((amount_due_cents >= 0)),
  constraint invoices_amount_paid_cents_check CHECK ((amount_paid_cents >= 0)),
  constraint invoices_balance CHECK (((balance_written_off_at IS NULL) OR ((carried_cents > 0) AND (carried_to IS NULL)))),
  constraint invoices_carried_cents_check CHECK ((carried_cents >= 0)),
  constraint invoices_check CHECK (((subtotal_cents + tax_cents) = total_cents)),
  constraint invoices_check1 CHECK (((status <> 'paid'::text) OR (amount_due_cents = 0))),
  constraint invoices_check2 CHECK (((status = 'void'::text) OR ((status = 'draft'::text) = (issued_at IS NULL)))),
  constraint invoices_check3 CHECK (((status = 'void'::text) = (voided_at IS NOT NULL))),
  constraint invoices_check4 CHECK (((status = 'paid'::text) = (paid_at IS NOT NULL))),
  constraint invoices_check5 CHECK (((carried_to IS NULL) OR (carried_cents > 0))),
  constraint invoices_check6 CHECK ((period_end > period_start)),
  constraint invoices_credit_applied_cents_check CHECK ((credit_applied_cents >= 0)),
  constraint invoices_credited_cents_check CHECK ((credited_cents >= 0)),
  constraint invoices_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint invoices_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint invoices_invoice_type_check CHECK ((invoice_type = ANY (ARRAY['subscription'::text, 'renewal'::text, 'trial_conversion'::text, 'proration'::text, 'manual'::text]))),
  constraint invoices_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'paid'::text, 'void'::text, 'uncollectible'::text]))),
  constraint invoices_tax_basis_points_check CHECK (((tax_basis_points >= 0) AND (tax_basis_points <= 9999))),
  constraint invoices_total_cents_check CHECK ((total_cents >= 0)),
  constraint invoices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint invoices_carried_to_fkey FOREIGN KEY (carried_to) REFERENCES invoices(id),
  constraint invoices_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id),
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_invoice_number_key UNIQUE (invoice_number)
);

create table job_leases (
  job_id uuid not null,
  worker_id uuid not null,
  name text not null,
  leased_at timestamp with time zone not null default now(),
  attempt integer,
  constraint job_leases_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE,
  constraint job_leases_pkey PRIMARY KEY (job_id)
);

create table job_progress (
  job_id uuid not null,
  progress integer not null,
  updated_at timestamp with time zone not null default now(),
  constraint job_progress_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint job_progress_pkey PRIMARY KEY (job_id)
);

create table kb_article_tags (
  id uuid not null,
  account_id uuid not null,
  article_id uuid not null,
  tag_id uuid not null,
  constraint kb_article_tags_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_article_tags_article_id_fkey FOREIGN KEY (article_id) REFERENCES kb_articles(id) ON DELETE CASCADE,
  constraint kb_article_tags_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES kb_tags(id) ON DELETE CASCADE,
  constraint kb_article_tags_pkey PRIMARY KEY (id),
  constraint kb_article_tags_tag UNIQUE (article_id, tag_id)
);

create table kb_articles (
  id uuid not null,
  account_id uuid not null,
  category_id uuid not null,
  title text not null,
  slug text not null,
  content text not null,
  excerpt text,
  meta_title text,
  meta_description text,
  meta_keywords text,
  is_indexed boolean not null default true,
  metadata jsonb not null default '{}'::jsonb,
  word_count integer not null,
  version integer not null default 1,
  lock_version integer not null default 1,
  is_public boolean not null default true,
  is_featured boolean not null default false,
  sort_order integer not null default 0,
  comments_enabled boolean not null default true,
  status text not null default 'draft'::text,
  published_version integer,
  published_at timestamp with time zone,
  public_slug text,
  scheduled_for timestamp with time zone,
  scheduled_version integer,
  unpublish_at timestamp with time zone,
  turn integer not null default 1,
  taken_down_at timestamp with time zone,
  taken_down_reason text,
  language regconfig not null default 'english'::regconfig,
  public_title text not null default ''::text,
  public_excerpt text not null default ''::text,
  public_text text not null default ''::text,
  tags text not null default ''::text,
  search tsvector not null default ((setweight(to_tsvector(language, public_title), 'A'::char) || setweight(to_tsvector(language, ((public_excerpt || ' '::text) || tags)), 'B'::char)) || setweight(to_tsvector(language, public_text), 'C'::char)),
  views_count integer not null default 0,
  helpful_count integer not null default 0,
  unhelpful_count integer not null default 0,
  comments_count integer not null default 0,
  author_id uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_articles_check CHECK (((status = 'published'::text) = (published_version IS NOT NULL))),
  constraint kb_articles_check1 CHECK (((status <> 'published'::text) OR (published_at IS NOT NULL))),
  constraint kb_articles_check2 CHECK (((scheduled_for IS NULL) = (scheduled_version IS NULL))),
  constraint kb_articles_content_check CHECK ((length(content) <= 200000)),
  constraint kb_articles_excerpt_check CHECK ((length(excerpt) <= 500)),
  constraint kb_articles_meta_description_check CHECK ((length(meta_description) <= 300)),
  constraint kb_articles_meta_keywords_check CHECK ((length(meta_keywords) <= 500)),
  constraint kb_articles_meta_title_check CHECK ((length(meta_title) <= 255)),
  constraint kb_articles_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 150))),
  constraint kb_articles_sort_order_check CHECK ((sort_order >= 0)),
  constraint kb_articles_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'review'::text, 'published'::text, 'archived'::text]))),
  constraint kb_articles_title_check CHECK (((length(title) >= 1) AND (length(title) <= 255))),
  constraint kb_articles_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_articles_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint kb_articles_category_id_fkey FOREIGN KEY (category_id) REFERENCES kb_categories(id),
  constraint kb_articles_pkey PRIMARY KEY (id),
  constraint kb_articles_slug UNIQUE (account_id, slug)
);

create table kb_categories (
  id uuid not null,
  account_id uuid not null,
  parent_id uuid,
  name text not null,
  slug text not null,
  description text,
  is_public boolean not null default true,
  is_visible boolean not null default true,
  sort_order integer not null default 0,
  icon text,
  color text,
  metadata jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_categories_check CHECK ((parent_id <> id)),
  constraint kb_categories_check1 CHECK ((is_public OR (NOT is_visible))),
  constraint kb_categories_color_check CHECK ((color ~ '^#[0-9a-f]{6}$'::text)),
  constraint kb_categories_description_check CHECK ((length(description) <= 1000)),
  constraint kb_categories_icon_check CHECK ((length(icon) <= 100)),
  constraint kb_categories_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint kb_categories_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 150))),
  constraint kb_categories_sort_order_check CHECK ((sort_order >= 0)),
  constraint kb_categories_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES kb_categories(id),
  constraint kb_categories_pkey PRIMARY KEY (id),
  constraint kb_categories_slug UNIQUE (account_id, slug)
);

create table kb_comments (
  id uuid not null,
  account_id uuid not null,
  article_id uuid not null,
  parent_id uuid,
  author_id uuid,
  author_account_id uuid,
  content text not null,
  rendered_content text not null,
  status text not null,
  reason text,
  moderated_by_id uuid,
  moderated_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_comments_check CHECK ((parent_id <> id)),
  constraint kb_comments_content_check CHECK (((length(content) >= 1) AND (length(content) <= 2000))),
  constraint kb_comments_reason_check CHECK ((length(reason) <= 500)),
  constraint kb_comments_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'spam'::text]))),
  constraint kb_comments_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_comments_article_id_fkey FOREIGN KEY (article_id) REFERENCES kb_articles(id) ON DELETE CASCADE,
  constraint kb_comments_author_account_id_fkey FOREIGN KEY (author_account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint kb_comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint kb_comments_moderated_by_id_fkey FOREIGN KEY (moderated_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint kb_comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES kb_comments(id) ON DELETE CASCADE,
  constraint kb_comments_pkey PRIMARY KEY (id)
);

create table kb_feedback (
  id uuid not null,
  account_id uuid not null,
  article_id uuid not null,
  viewer text not null,
  is_helpful boolean not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_feedback_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_feedback_article_id_fkey FOREIGN KEY (article_id) REFERENCES kb_articles(id) ON DELETE CASCADE,
  constraint kb_feedback_pkey PRIMARY KEY (id),
  constraint kb_feedback_viewer UNIQUE (article_id, viewer)
);

create table kb_moderation (
  account_id uuid not null,
  trust_returning boolean not null default false,
  digest_on date,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_moderation_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_moderation_pkey PRIMARY KEY (account_id)
);

create table kb_searches (
  id uuid not null,
  account_id uuid,
  query text not null,
  searches_count integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_searches_query_check CHECK (((length(query) >= 1) AND (length(query) <= 200))),
  constraint kb_searches_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_searches_pkey PRIMARY KEY (id),
  constraint kb_searches_query UNIQUE NULLS NOT DISTINCT (account_id, query)
);

create table kb_tags (
  id uuid not null,
  account_id uuid not null,
  name text not null,
  slug text not null,
  color text not null default '#3b82f6'::text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_tags_color_check CHECK ((color ~ '^#[0-9a-f]{6}$'::text)),
  constraint kb_tags_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint kb_tags_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 150))),
  constraint kb_tags_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_tags_pkey PRIMARY KEY (id),
  constraint kb_tags_slug UNIQUE (account_id, slug)
);

create table kb_transfer_entries (
  id uuid not null,
  account_id uuid not null,
  transfer_id uuid not null,
  path text not null,
  article_id uuid,
  file_id uuid,
  constraint kb_transfer_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_transfer_entries_article_id_fkey FOREIGN KEY (article_id) REFERENCES kb_articles(id) ON DELETE SET NULL,
  constraint kb_transfer_entries_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE SET NULL,
  constraint kb_transfer_entries_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES kb_transfers(id) ON DELETE CASCADE,
  constraint kb_transfer_entries_pkey PRIMARY KEY (id),
  constraint kb_transfer_entries_path UNIQUE (transfer_id, path)
);

create table kb_transfers (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  status text not null default 'pending'::text,
  file_id uuid,
  category_id uuid,
  articles_count integer not null default 0,
  problems jsonb not null default '[]'::jsonb,
  error text,
  requested_by_id uuid,
  finished_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint kb_transfers_error_check CHECK ((length(error) <= 500)),
  constraint kb_transfers_kind_check CHECK ((kind = ANY (ARRAY['import'::text, 'export'::text]))),
  constraint kb_transfers_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text]))),
  constraint kb_transfers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_transfers_category_id_fkey FOREIGN KEY (category_id) REFERENCES kb_categories(id) ON DELETE SET NULL,
  constraint kb_transfers_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE SET NULL,
  constraint kb_transfers_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint kb_transfers_pkey PRIMARY KEY (id)
);

create table kb_view_days (
  id uuid not null,
  account_id uuid not null,
  article_id uuid not null,
  day date not null,
  views_count integer not null default 0,
  constraint kb_view_days_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_view_days_article_id_fkey FOREIGN KEY (article_id) REFERENCES kb_articles(id) ON DELETE CASCADE,
  constraint kb_view_days_pkey PRIMARY KEY (id),
  constraint kb_view_days_article UNIQUE (article_id, day)
);

create table kb_views (
  id uuid not null,
  account_id uuid not null,
  article_id uuid not null,
  viewer text not null,
  period timestamp with time zone not null,
  constraint kb_views_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint kb_views_article_id_fkey FOREIGN KEY (article_id) REFERENCES kb_articles(id) ON DELETE CASCADE,
  constraint kb_views_pkey PRIMARY KEY (id),
  constraint kb_views_viewer UNIQUE (article_id, viewer, period)
);

create table ledger_entries (
  id uuid not null,
  account_id uuid not null,
  currency text not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  occurred_at timestamp with time zone not null,
  constraint ledger_entries_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint ledger_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint ledger_entries_pkey PRIMARY KEY (id),
  constraint ledger_entries_kind_subject_id_key UNIQUE (kind, subject_id)
);

create table ledger_lines (
  entry_id uuid not null,
  account_id uuid not null,
  ledger_account text not null,
  amount_cents bigint not null,
  constraint ledger_lines_amount_cents_check CHECK ((amount_cents <> 0)),
  constraint ledger_lines_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint ledger_lines_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES ledger_entries(id),
  constraint ledger_lines_pkey PRIMARY KEY (entry_id, ledger_account)
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
  turn integer not null default 1,
  attempt_count integer not null default 0,
  attempted_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  constraint mails_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'deferred'::text, 'sent'::text, 'captured'::text, 'failed'::text]))),
  constraint mails_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint mails_pkey PRIMARY KEY (id)
);

create table metric_samples (
  minute timestamp with time zone not null,
  process_id uuid not null,
  requests integer not null,
  server_errors integer not null,
  durations integer[] not null,
  jobs_completed integer not null,
  jobs_failed integer not null,
  cable_connections integer not null,
  pool_waiting integer not null,
  constraint metric_samples_pkey PRIMARY KEY (minute, process_id)
);

create table missing_payments (
  id uuid not null,
  gateway text not null,
  external_id text not null,
  about_account_id uuid not null,
  amount_cents bigint not null,
  currency text not null,
  status text not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint missing_payments_amount_cents_check CHECK ((amount_cents > 0)),
  constraint missing_payments_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint missing_payments_status_check CHECK ((status = ANY (ARRAY['logged'::text, 'matched'::text]))),
  constraint missing_payments_about_account_id_fkey FOREIGN KEY (about_account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint missing_payments_pkey PRIMARY KEY (id)
);

create table mrr_movements (
  change_id uuid not null,
  account_id uuid not null,
  position integer not null,
  date date not null,
  kind text not null,
  currency text not null,
  amount_cents bigint not null,
  net_cents bigint not null default 
CASE
    WHEN (kind = ANY (ARRAY['contraction'::text, 'churn'::text])) THEN (- amount_cents)
    ELSE amount_cents
END,
  mrr_cents bigint not null,
  created_at timestamp with time zone not null,
  involuntary boolean not null default false,
  constraint mrr_movements_amount_cents_check CHECK ((amount_cents > 0)),
  constraint mrr_movements_check CHECK (((kind = 'churn'::text) = (mrr_cents = 0))),
  constraint mrr_movements_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint mrr_movements_involuntary CHECK (((NOT involuntary) OR (kind = 'churn'::text))),
  constraint mrr_movements_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'reactivation'::text, 'expansion'::text, 'contraction'::text, 'churn'::text]))),
  constraint mrr_movements_mrr_cents_check CHECK ((mrr_cents >= 0)),
  constraint mrr_movements_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint mrr_movements_change_id_fkey FOREIGN KEY (change_id) REFERENCES subscription_changes(id),
  constraint mrr_movements_pkey PRIMARY KEY (change_id),
  constraint mrr_movements_position UNIQUE (account_id, position)
);

create table notification_preferences (
  account_id uuid not null,
  user_id uuid not null,
  kind text not null,
  channel text not null,
  enabled boolean not null,
  updated_at timestamp with time zone not null default now(),
  constraint notification_preferences_channel_check CHECK ((channel = ANY (ARRAY['in_app'::text, 'mail'::text]))),
  constraint notification_preferences_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint notification_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint notification_preferences_pkey PRIMARY KEY (user_id, kind, channel)
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
  made_for text not null default ''::text,
  constraint one_time_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text, 'two_factor'::text]))),
  constraint one_time_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint one_time_tokens_pkey PRIMARY KEY (user_id, purpose),
  constraint one_time_tokens_digest_key UNIQUE (digest)
);

create table pages (
  id uuid not null,
  account_id uuid not null,
  title text not null,
  slug text not null,
  content text not null,
  meta_description text,
  meta_keywords text,
  is_indexed boolean not null default true,
  word_count integer not null,
  version integer not null default 1,
  lock_version integer not null default 1,
  status text not null default 'draft'::text,
  published_version integer,
  published_at timestamp with time zone,
  public_slug text,
  scheduled_for timestamp with time zone,
  scheduled_version integer,
  unpublish_at timestamp with time zone,
  turn integer not null default 1,
  taken_down_at timestamp with time zone,
  taken_down_reason text,
  author_id uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint pages_check CHECK (((status = 'published'::text) = ((published_version IS NOT NULL) AND (published_at IS NOT NULL)))),
  constraint pages_check1 CHECK (((scheduled_for IS NULL) = (scheduled_version IS NULL))),
  constraint pages_content_check CHECK ((length(content) <= 200000)),
  constraint pages_meta_description_check CHECK ((length(meta_description) <= 300)),
  constraint pages_meta_keywords_check CHECK ((length(meta_keywords) <= 500)),
  constraint pages_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 150))),
  constraint pages_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint pages_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint pages_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint pages_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint pages_pkey PRIMARY KEY (id),
  constraint pages_slug UNIQUE (account_id, slug)
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

create table payment_method_setups (
  id uuid not null,
  account_id uuid not null,
  gateway text not null,
  livemode boolean not null,
  external_id text,
  token text,
  status text not null default 'starting'::text,
  approval_url text,
  make_default boolean not null default false,
  payment_method_id uuid,
  failure_kind text,
  failure_code text,
  failure_reason text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint payment_method_setups_failure_kind_check CHECK ((failure_kind = ANY (ARRAY['declined'::text, 'rejected'::text, 'unreachable'::text]))),
  constraint payment_method_setups_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint payment_method_setups_status_check CHECK ((status = ANY (ARRAY['starting'::text, 'ready'::text, 'finishing'::text, 'finished'::text, 'failed'::text]))),
  constraint payment_method_setups_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint payment_method_setups_payment_method_id_fkey FOREIGN KEY (payment_method_id) REFERENCES payment_methods(id) ON DELETE SET NULL,
  constraint payment_method_setups_pkey PRIMARY KEY (id)
);

create table payment_methods (
  id uuid not null,
  account_id uuid not null,
  gateway text not null,
  external_id text not null,
  payment_type text not null,
  last_four text,
  brand text,
  exp_month integer,
  exp_year integer,
  cardholder_name text,
  is_default boolean not null default false,
  is_active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  livemode boolean not null default true,
  fingerprint text,
  expiry_notice_days integer,
  constraint payment_methods_check CHECK ((is_active OR (NOT is_default))),
  constraint payment_methods_exp_month_check CHECK (((exp_month >= 1) AND (exp_month <= 12))),
  constraint payment_methods_exp_year_check CHECK (((exp_year >= 2000) AND (exp_year <= 2200))),
  constraint payment_methods_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint payment_methods_last_four_check CHECK ((last_four ~ '^[0-9]{4}$'::text)),
  constraint payment_methods_payment_type_check CHECK ((payment_type = ANY (ARRAY['card'::text, 'bank'::text, 'paypal'::text, 'apple_pay'::text, 'google_pay'::text]))),
  constraint payment_methods_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint payment_methods_pkey PRIMARY KEY (id),
  constraint payment_methods_external UNIQUE (gateway, external_id)
);

create table payments (
  id uuid not null,
  account_id uuid not null,
  invoice_id uuid,
  payment_method_id uuid,
  attempt integer not null default 1,
  gateway text not null,
  livemode boolean not null default true,
  amount_cents bigint not null,
  currency text not null,
  status text not null,
  on_session boolean not null default false,
  intent_id text,
  external_id text,
  idempotency_key text,
  failure_code text,
  decline_kind text,
  failure_reason text,
  fee_cents bigint,
  refunded_cents bigint not null default 0,
  processed_at timestamp with time zone,
  failed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  sealed_next_action bytea,
  applied_cents bigint not null default 0,
  credited_cents bigint not null default 0,
  constraint payments_amount_cents_check CHECK ((amount_cents > 0)),
  constraint payments_applied_cents_check CHECK ((applied_cents >= 0)),
  constraint payments_attempt_check CHECK ((attempt > 0)),
  constraint payments_check CHECK (((refunded_cents >= 0) AND (refunded_cents <= amount_cents))),
  constraint payments_check1 CHECK (((applied_cents + credited_cents) <= amount_cents)),
  constraint payments_credited_cents_check CHECK ((credited_cents >= 0)),
  constraint payments_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint payments_decline_kind_check CHECK ((decline_kind = ANY (ARRAY['soft'::text, 'hard'::text, 'authentication'::text, 'technical'::text]))),
  constraint payments_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text, 'manual'::text]))),
  constraint payments_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'requires_action'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text, 'partially_refunded'::text, 'refunded'::text]))),
  constraint payments_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint payments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint payments_payment_method_id_fkey FOREIGN KEY (payment_method_id) REFERENCES payment_methods(id) ON DELETE SET NULL,
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_idempotency_key_key UNIQUE (idempotency_key)
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

create table plans (
  id uuid not null,
  name text not null,
  slug text not null,
  description text,
  price_cents bigint not null,
  currency text not null default 'USD'::text,
  billing_cycle text not null default 'monthly'::text,
  trial_days integer not null default 0,
  status text not null default 'active'::text,
  is_public boolean not null default true,
  is_default boolean not null default false,
  features jsonb not null default '{}'::jsonb,
  limits jsonb not null default '{}'::jsonb,
  rate_limit_tier text not null default 'free'::text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  tax_inclusive boolean not null default false,
  annual_discount_basis_points integer not null default 0,
  volume_discount_tiers jsonb not null default '[]'::jsonb,
  promotional_discount_basis_points integer not null default 0,
  promotional_discount_start timestamp with time zone,
  promotional_discount_end timestamp with time zone,
  promotional_discount_code text,
  promotional_discount_periods integer,
  constraint plans_annual_discount_basis_points_check CHECK (((annual_discount_basis_points >= 0) AND (annual_discount_basis_points <= 10000))),
  constraint plans_billing_cycle_check CHECK ((billing_cycle = ANY (ARRAY['monthly'::text, 'quarterly'::text, 'yearly'::text]))),
  constraint plans_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint plans_price_cents_check CHECK ((price_cents >= 0)),
  constraint plans_promotion CHECK ((promotional_discount_end > promotional_discount_start)),
  constraint plans_promotional_discount_basis_points_check CHECK (((promotional_discount_basis_points >= 0) AND (promotional_discount_basis_points <= 10000))),
  constraint plans_promotional_discount_periods_check CHECK ((promotional_discount_periods > 0)),
  constraint plans_rate_limit_tier_check CHECK ((rate_limit_tier = ANY (ARRAY['free'::text, 'starter'::text, 'professional'::text, 'business'::text, 'unlimited'::text]))),
  constraint plans_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'archived'::text]))),
  constraint plans_trial_days_check CHECK (((trial_days >= 0) AND (trial_days <= 365))),
  constraint plans_pkey PRIMARY KEY (id),
  constraint plans_slug_key UNIQUE (slug)
);

create table processing_jobs (
  id uuid not null,
  account_id uuid not null,
  file_id uuid not null,
  job_type text not null,
  status text not null default 'pending'::text,
  priority integer not null default 50,
  job_parameters jsonb not null default '{}'::jsonb,
  result_data jsonb not null default '{}'::jsonb,
  error_details jsonb not null default '{}'::jsonb,
  metadata jsonb not null default '{}'::jsonb,
  retry_count integer not null default 0,
  max_retries integer not null default 3,
  started_at timestamp with time zone,
  completed_at timestamp with time zone,
  duration_ms bigint,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint processing_jobs_job_type_check CHECK ((job_type = ANY (ARRAY['scan'::text, 'thumbnail'::text, 'metadata_extract'::text, 'text_extract'::text, 'audio_processing'::text, 'video_processing'::text]))),
  constraint processing_jobs_priority_check CHECK (((priority >= 0) AND (priority <= 100))),
  constraint processing_jobs_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text, 'cancelled'::text]))),
  constraint processing_jobs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint processing_jobs_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE,
  constraint processing_jobs_pkey PRIMARY KEY (id),
  constraint processing_jobs_type UNIQUE (file_id, job_type)
);

create table rate_limit_totals (
  hour timestamp with time zone not null,
  account_id uuid,
  requests bigint not null,
  throttled bigint not null,
  constraint rate_limit_totals_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint rate_limit_totals_hour_account_id_key UNIQUE NULLS NOT DISTINCT (hour, account_id)
);

create table rate_limit_violations (
  id uuid not null,
  hour timestamp with time zone not null,
  rule text not null,
  scope text not null,
  identifier text not null,
  endpoint text not null,
  tier text,
  limit bigint not null,
  count bigint not null,
  last_at timestamp with time zone not null,
  constraint rate_limit_violations_scope_check CHECK ((scope = ANY (ARRAY['ip'::text, 'user'::text, 'api_key'::text, 'account'::text, 'worker'::text]))),
  constraint rate_limit_violations_pkey PRIMARY KEY (id),
  constraint rate_limit_violations_hour_rule_identifier_endpoint_key UNIQUE (hour, rule, identifier, endpoint)
);

create table rate_limiting (
  id boolean not null default true,
  disabled_until timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  constraint rate_limiting_id_check CHECK (id),
  constraint rate_limiting_pkey PRIMARY KEY (id)
);

create table reconciled_payments (
  id uuid not null,
  matched_at timestamp with time zone not null,
  amount_cents bigint,
  currency text,
  constraint reconciled_payments_id_fkey FOREIGN KEY (id) REFERENCES payments(id),
  constraint reconciled_payments_pkey PRIMARY KEY (id)
);

create table reconciliation_flags (
  id uuid not null,
  reconciliation_report_id uuid,
  gateway text not null,
  external_id text not null,
  type text not null,
  severity text not null,
  status text not null,
  description text not null,
  payment_id uuid,
  amount_cents bigint,
  currency text,
  details jsonb not null default '{}'::jsonb,
  miss_count integer not null default 1,
  missed_at timestamp with time zone not null default now(),
  note text,
  resolved_by_id uuid,
  resolved_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint reconciliation_flags_check CHECK ((((status = 'resolved'::text) OR (status = 'dismissed'::text)) = (resolved_at IS NOT NULL))),
  constraint reconciliation_flags_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint reconciliation_flags_severity_check CHECK ((severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'critical'::text]))),
  constraint reconciliation_flags_status_check CHECK ((status = ANY (ARRAY['open'::text, 'investigating'::text, 'resolved'::text, 'dismissed'::text]))),
  constraint reconciliation_flags_type_check CHECK ((type = ANY (ARRAY['missing_payment'::text, 'missing_provider_payment'::text, 'duplicate_payment'::text, 'amount_mismatch'::text, 'status_mismatch'::text, 'unknown_transaction'::text]))),
  constraint reconciliation_flags_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint reconciliation_flags_reconciliation_report_id_fkey FOREIGN KEY (reconciliation_report_id) REFERENCES reconciliation_reports(id) ON DELETE SET NULL,
  constraint reconciliation_flags_resolved_by_id_fkey FOREIGN KEY (resolved_by_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint reconciliation_flags_pkey PRIMARY KEY (id)
);

create table reconciliation_investigations (
  id uuid not null,
  reconciliation_flag_id uuid not null,
  investigator_id uuid,
  status text not null,
  notes text,
  findings text,
  started_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint reconciliation_investigations_status_check CHECK ((status = ANY (ARRAY['open'::text, 'in_progress'::text, 'completed'::text, 'escalated'::text]))),
  constraint reconciliation_investigations_investigator_id_fkey FOREIGN KEY (investigator_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint reconciliation_investigations_reconciliation_flag_id_fkey FOREIGN KEY (reconciliation_flag_id) REFERENCES reconciliation_flags(id) ON DELETE CASCADE,
  constraint reconciliation_investigations_pkey PRIMARY KEY (id)
);

create table reconciliation_reports (
  id uuid not null,
  gateway text not null,
  report_date date not null,
  report_type text not null,
  status text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  local_count integer not null default 0,
  gateway_count integer not null default 0,
  variance_cents bigint not null default 0,
  totals jsonb not null default '{currencies: []}'::jsonb,
  findings_count integer not null default 0,
  open_count integer not null default 0,
  high_count integer not null default 0,
  medium_count integer not null default 0,
  error text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  completed_at timestamp with time zone,
  livemode boolean,
  constraint reconciliation_reports_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text, 'all'::text]))),
  constraint reconciliation_reports_report_type_check CHECK ((report_type = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text, 'custom'::text]))),
  constraint reconciliation_reports_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'running'::text, 'completed'::text, 'failed'::text]))),
  constraint reconciliation_reports_pkey PRIMARY KEY (id)
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

create table refunds (
  id uuid not null,
  account_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid,
  credit_note_id uuid,
  gateway text not null,
  livemode boolean not null,
  destination text not null,
  amount_cents bigint not null,
  invoiced_cents bigint not null default 0,
  credited_cents bigint not null default 0,
  currency text not null,
  status text not null,
  reason text not null,
  external_id text,
  failure_code text,
  processed_at timestamp with time zone,
  failed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint refunds_amount_cents_check CHECK ((amount_cents > 0)),
  constraint refunds_check CHECK (((invoiced_cents + credited_cents) <= amount_cents)),
  constraint refunds_check1 CHECK (((invoiced_cents > 0) = (credit_note_id IS NOT NULL))),
  constraint refunds_credited_cents_check CHECK ((credited_cents >= 0)),
  constraint refunds_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint refunds_destination_check CHECK ((destination = ANY (ARRAY['method'::text, 'balance'::text]))),
  constraint refunds_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text, 'manual'::text]))),
  constraint refunds_invoiced_cents_check CHECK ((invoiced_cents >= 0)),
  constraint refunds_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'succeeded'::text, 'failed'::text]))),
  constraint refunds_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint refunds_credit_note_id_fkey FOREIGN KEY (credit_note_id) REFERENCES credit_notes(id),
  constraint refunds_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint refunds_pkey PRIMARY KEY (id)
);

create table report_request_parts (
  id uuid not null,
  account_id uuid not null,
  report_request_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint report_request_parts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint report_request_parts_report_request_id_fkey FOREIGN KEY (report_request_id) REFERENCES report_requests(id) ON DELETE CASCADE,
  constraint report_request_parts_pkey PRIMARY KEY (id)
);

create table report_requests (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  scheduled_report_id uuid,
  name text not null,
  report_type text not null,
  format text not null,
  all_accounts boolean not null default false,
  start_date date not null,
  end_date date not null,
  as_of timestamp with time zone not null,
  status text not null default 'pending'::text,
  error text,
  turn integer not null default 0,
  progress integer not null default 0,
  row_count integer not null default 0,
  part_count integer not null default 0,
  size_bytes bigint not null default 0,
  crc bigint not null default 0,
  sha256 text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  completed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint report_requests_check CHECK ((start_date <= end_date)),
  constraint report_requests_check1 CHECK (((status = 'completed'::text) = (sha256 IS NOT NULL))),
  constraint report_requests_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'pdf'::text]))),
  constraint report_requests_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint report_requests_report_type_check CHECK ((report_type = ANY (ARRAY['revenue'::text, 'growth'::text, 'churn'::text, 'cohorts'::text, 'customers'::text, 'executive'::text, 'subscriptions'::text, 'invoices'::text, 'payments'::text, 'credit_notes'::text, 'ledger'::text, 'plans'::text]))),
  constraint report_requests_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'processing'::text, 'completed'::text, 'failed'::text, 'cancelled'::text]))),
  constraint report_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint report_requests_scheduled_report_id_fkey FOREIGN KEY (scheduled_report_id) REFERENCES scheduled_reports(id) ON DELETE SET NULL,
  constraint report_requests_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint report_requests_pkey PRIMARY KEY (id)
);

create table revenue_snapshots (
  id uuid not null,
  account_id uuid,
  currency text not null,
  period_type text not null,
  date date not null,
  mrr_cents bigint not null,
  paying_customers integer not null,
  new_cents bigint not null,
  reactivation_cents bigint not null,
  expansion_cents bigint not null,
  contraction_cents bigint not null,
  churn_cents bigint not null,
  new_customers integer not null,
  reactivated_customers integer not null,
  churned_customers integer not null,
  lost_customers integer not null,
  kept_expansion_cents bigint not null,
  lost_cents bigint not null,
  payments_count integer not null,
  revenue_cents bigint not null,
  plans jsonb not null default '[]'::jsonb,
  cohorts jsonb not null default '[]'::jsonb,
  largest jsonb not null default '[]'::jsonb,
  computed_at timestamp with time zone not null,
  involuntary_customers integer not null default 0,
  involuntary_cents bigint not null default 0,
  constraint revenue_snapshots_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint revenue_snapshots_period_type_check CHECK ((period_type = ANY (ARRAY['daily'::text, 'monthly'::text]))),
  constraint revenue_snapshots_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint revenue_snapshots_pkey PRIMARY KEY (id),
  constraint revenue_snapshots_period UNIQUE NULLS NOT DISTINCT (account_id, currency, period_type, date)
);

create table revisions (
  id uuid not null,
  account_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  version integer not null,
  title text not null,
  content text not null,
  rendered_content text not null,
  plain_text text not null,
  fields jsonb not null default '{}'::jsonb,
  author_id uuid,
  frozen boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint revisions_subject_type_check CHECK ((subject_type = ANY (ARRAY['page'::text, 'kb_article'::text]))),
  constraint revisions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint revisions_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL,
  constraint revisions_pkey PRIMARY KEY (id),
  constraint revisions_version UNIQUE (subject_type, subject_id, version)
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

create table scheduled_reports (
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  name text not null,
  report_type text not null,
  format text not null,
  all_accounts boolean not null default false,
  frequency text not null,
  status text not null default 'active'::text,
  recipient_ids uuid[] not null,
  next_run_at timestamp with time zone not null,
  last_run_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint scheduled_reports_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'pdf'::text]))),
  constraint scheduled_reports_frequency_check CHECK ((frequency = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text]))),
  constraint scheduled_reports_recipient_ids_check CHECK (((cardinality(recipient_ids) >= 1) AND (cardinality(recipient_ids) <= 50))),
  constraint scheduled_reports_report_type_check CHECK ((report_type = ANY (ARRAY['revenue'::text, 'growth'::text, 'churn'::text, 'cohorts'::text, 'customers'::text, 'executive'::text, 'subscriptions'::text, 'invoices'::text, 'payments'::text, 'credit_notes'::text, 'ledger'::text, 'plans'::text]))),
  constraint scheduled_reports_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text]))),
  constraint scheduled_reports_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint scheduled_reports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint scheduled_reports_pkey PRIMARY KEY (id)
);

create table service_checks (
  id uuid not null,
  service_id uuid not null,
  ok boolean not null,
  latency_ms integer not null,
  http_status integer,
  error text,
  checked_at timestamp with time zone not null,
  constraint service_checks_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id) ON DELETE CASCADE,
  constraint service_checks_pkey PRIMARY KEY (id)
);

create table service_incidents (
  id uuid not null,
  service_id uuid not null,
  reason text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint service_incidents_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id) ON DELETE CASCADE,
  constraint service_incidents_pkey PRIMARY KEY (id)
);

create table service_uptimes (
  service_id uuid not null,
  unit text not null,
  starts_at timestamp with time zone not null,
  checks integer not null,
  failed integer not null,
  answered integer not null,
  latency_ms_sum bigint not null,
  latency_ms_max integer not null,
  constraint service_uptimes_unit_check CHECK ((unit = ANY (ARRAY['hour'::text, 'day'::text]))),
  constraint service_uptimes_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id) ON DELETE CASCADE,
  constraint service_uptimes_pkey PRIMARY KEY (service_id, unit, starts_at)
);

create table services (
  id uuid not null,
  name text not null,
  description text,
  kind text not null,
  check_type text not null,
  url text,
  method text,
  expected_status_min integer,
  expected_status_max integer,
  expected_text text,
  sealed_bearer_token bytea,
  host text,
  port integer,
  part text,
  timeout_seconds integer not null default 10,
  interval_seconds integer not null default 60,
  failure_threshold integer not null default 3,
  slow_after_ms integer,
  on_status_page boolean not null default false,
  public_name text,
  position integer not null default 10,
  state text not null default 'unknown'::text,
  state_since timestamp with time zone not null default now(),
  consecutive_failures integer not null default 0,
  last_checked_at timestamp with time zone,
  last_latency_ms integer,
  last_error text,
  turn integer not null default 0,
  asked_at timestamp with time zone,
  next_check_at timestamp with time zone not null default now(),
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint services_check_type_check CHECK ((check_type = ANY (ARRAY['http'::text, 'tcp'::text, 'part'::text]))),
  constraint services_expected_status_max_check CHECK (((expected_status_max >= 100) AND (expected_status_max <= 599))),
  constraint services_expected_status_min_check CHECK (((expected_status_min >= 100) AND (expected_status_min <= 599))),
  constraint services_failure_threshold_check CHECK (((failure_threshold >= 1) AND (failure_threshold <= 10))),
  constraint services_interval_seconds_check CHECK (((interval_seconds >= 30) AND (interval_seconds <= 86400))),
  constraint services_kind_check CHECK ((kind = ANY (ARRAY['internal'::text, 'outside'::text]))),
  constraint services_method_check CHECK ((method = ANY (ARRAY['GET'::text, 'HEAD'::text]))),
  constraint services_part_check CHECK ((part = ANY (ARRAY['database'::text, 'queue'::text, 'worker'::text, 'mail'::text, 'redis'::text, 'disk'::text]))),
  constraint services_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint services_slow_after_ms_check CHECK ((slow_after_ms > 0)),
  constraint services_state_check CHECK ((state = ANY (ARRAY['up'::text, 'degraded'::text, 'down'::text, 'unknown'::text, 'paused'::text]))),
  constraint services_target CHECK (
CASE check_type
    WHEN 'http'::text THEN ((url IS NOT NULL) AND (method IS NOT NULL) AND (expected_status_min <= expected_status_max))
    WHEN 'tcp'::text THEN ((host IS NOT NULL) AND (port IS NOT NULL))
    ELSE ((part IS NOT NULL) AND (kind = 'internal'::text))
END),
  constraint services_timeout_seconds_check CHECK (((timeout_seconds >= 1) AND (timeout_seconds <= 60))),
  constraint services_pkey PRIMARY KEY (id),
  constraint services_name_key UNIQUE (name)
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

create table storage (
  id uuid not null,
  account_id uuid not null,
  name text not null,
  provider_type text not null,
  status text not null default 'active'::text,
  configuration jsonb not null default '{}'::jsonb,
  is_default boolean not null default false,
  quota_bytes bigint,
  used_bytes bigint not null default 0,
  reserved_bytes bigint not null default 0,
  files_count bigint not null default 0,
  max_file_bytes bigint not null,
  allowed_file_types text[] not null default '{}'::text[],
  blocked_extensions text[] not null default '{}'::text[],
  blocked_mime_types text[] not null default '{}'::text[],
  health_status text,
  last_tested_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  sealed_secret bytea,
  is_own boolean not null default false,
  failed_checks integer not null default 0,
  last_checked_at timestamp with time zone,
  problem text,
  constraint storage_check CHECK (((status = ANY (ARRAY['active'::text, 'failed'::text])) OR (NOT is_default))),
  constraint storage_files_count_check CHECK ((files_count >= 0)),
  constraint storage_health_status_check CHECK ((health_status = ANY (ARRAY['healthy'::text, 'failed'::text]))),
  constraint storage_max_file_bytes_check CHECK ((max_file_bytes > 0)),
  constraint storage_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint storage_provider_type_check CHECK ((provider_type = ANY (ARRAY['local'::text, 's3'::text, 'minio'::text, 'wasabi'::text, 'cloudflare_r2'::text, 'backblaze_b2'::text, 'digitalocean_spaces'::text]))),
  constraint storage_quota_bytes_check CHECK ((quota_bytes > 0)),
  constraint storage_reserved_bytes_check CHECK ((reserved_bytes >= 0)),
  constraint storage_status_check CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'maintenance'::text, 'failed'::text]))),
  constraint storage_used_bytes_check CHECK ((used_bytes >= 0)),
  constraint storage_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint storage_pkey PRIMARY KEY (id)
);

create table subscription_changes (
  id uuid not null,
  account_id uuid not null,
  subscription_id uuid not null,
  position integer not null,
  at timestamp with time zone not null,
  kind text not null,
  status text not null,
  plan_id uuid not null,
  quantity integer not null,
  currency text not null,
  mrr_cents bigint not null,
  service boolean not null,
  created_at timestamp with time zone not null,
  constraint subscription_changes_check CHECK (((mrr_cents = 0) OR (status = 'active'::text) OR (status = 'past_due'::text))),
  constraint subscription_changes_currency_check CHECK ((currency = ANY (ARRAY['USD'::text, 'EUR'::text, 'GBP'::text]))),
  constraint subscription_changes_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'activated'::text, 'renewed'::text, 'plan'::text, 'quantity'::text, 'discount'::text, 'status'::text]))),
  constraint subscription_changes_mrr_cents_check CHECK ((mrr_cents >= 0)),
  constraint subscription_changes_position_check CHECK ((position > 0)),
  constraint subscription_changes_status_check CHECK ((status = ANY (ARRAY['trialing'::text, 'active'::text, 'past_due'::text, 'unpaid'::text, 'paused'::text, 'suspended'::text, 'incomplete'::text, 'cancelled'::text, 'incomplete_expired'::text]))),
  constraint subscription_changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint subscription_changes_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id),
  constraint subscription_changes_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE,
  constraint subscription_changes_pkey PRIMARY KEY (id),
  constraint subscription_changes_position UNIQUE (account_id, position)
);

create table subscription_discounts (
  id uuid not null,
  account_id uuid not null,
  subscription_id uuid not null,
  source text not null,
  status text not null,
  basis_points integer,
  amount_cents bigint,
  periods integer,
  periods_left integer,
  plan_ids uuid[],
  coupon_id uuid,
  code text,
  reason text,
  invoice_id uuid,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint subscription_discounts_amount_cents_check CHECK ((amount_cents > 0)),
  constraint subscription_discounts_basis_points_check CHECK (((basis_points >= 1) AND (basis_points <= 10000))),
  constraint subscription_discounts_check CHECK (((basis_points IS NULL) <> (amount_cents IS NULL))),
  constraint subscription_discounts_check1 CHECK (((coupon_id IS NOT NULL) = (source = 'coupon'::text))),
  constraint subscription_discounts_check2 CHECK (((status <> 'active'::text) OR (started_at IS NOT NULL))),
  constraint subscription_discounts_periods_check CHECK ((periods > 0)),
  constraint subscription_discounts_periods_left_check CHECK ((periods_left >= 0)),
  constraint subscription_discounts_source_check CHECK ((source = ANY (ARRAY['promotion'::text, 'coupon'::text, 'manual'::text]))),
  constraint subscription_discounts_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'active'::text, 'ended'::text, 'released'::text]))),
  constraint subscription_discounts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint subscription_discounts_coupon_id_fkey FOREIGN KEY (coupon_id) REFERENCES coupons(id),
  constraint subscription_discounts_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint subscription_discounts_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id) ON DELETE CASCADE,
  constraint subscription_discounts_pkey PRIMARY KEY (id)
);

create table subscriptions (
  id uuid not null,
  account_id uuid not null,
  plan_id uuid not null,
  quantity integer not null default 1,
  status text not null,
  current_period_start timestamp with time zone,
  current_period_end timestamp with time zone,
  billing_anchor_day integer,
  trial_start timestamp with time zone,
  trial_end timestamp with time zone,
  trial_reminder_days integer,
  cancel_at_period_end boolean not null default false,
  cancelled_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  pending_plan_id uuid,
  pending_quantity integer,
  upgrade_invoice_id uuid,
  upgrade_plan_id uuid,
  upgrade_quantity integer,
  collect_after timestamp with time zone,
  gateway_failing_since timestamp with time zone,
  renewal_reminder_days integer,
  paused_at timestamp with time zone,
  pause_reason text,
  past_due_since timestamp with time zone,
  suspended_at timestamp with time zone,
  cancel_reason text,
  cancel_comment text,
  collected_by text not null default 'self'::text,
  gateway text,
  gateway_subscription_id text,
  last_gateway_event_at timestamp with time zone,
  last_gateway_event_id text,
  lock_version integer not null default 1,
  dispute_id uuid,
  constraint subscriptions_billing_anchor_day_check CHECK (((billing_anchor_day >= 1) AND (billing_anchor_day <= 31))),
  constraint subscriptions_cancel_reason_check CHECK ((cancel_reason = ANY (ARRAY['requested'::text, 'payment_failure'::text]))),
  constraint subscriptions_check CHECK ((current_period_end > current_period_start)),
  constraint subscriptions_check1 CHECK (((current_period_end IS NOT NULL) OR (status = 'incomplete'::text) OR (status = 'cancelled'::text) OR (status = 'incomplete_expired'::text))),
  constraint subscriptions_collected CHECK (((collected_by = 'self'::text) OR ((gateway IS NOT NULL) AND (gateway_subscription_id IS NOT NULL)))),
  constraint subscriptions_collected_by_check CHECK ((collected_by = ANY (ARRAY['self'::text, 'gateway'::text]))),
  constraint subscriptions_gateway_check CHECK ((gateway = ANY (ARRAY['stripe'::text, 'paypal'::text]))),
  constraint subscriptions_pending CHECK (((pending_plan_id IS NULL) = (pending_quantity IS NULL))),
  constraint subscriptions_pending_quantity_check CHECK (((pending_quantity >= 1) AND (pending_quantity <= 100000))),
  constraint subscriptions_quantity_check CHECK (((quantity >= 1) AND (quantity <= 100000))),
  constraint subscriptions_status_check CHECK ((status = ANY (ARRAY['trialing'::text, 'active'::text, 'past_due'::text, 'unpaid'::text, 'paused'::text, 'suspended'::text, 'incomplete'::text, 'cancelled'::text, 'incomplete_expired'::text]))),
  constraint subscriptions_upgrade CHECK ((((upgrade_invoice_id IS NULL) = (upgrade_plan_id IS NULL)) AND ((upgrade_invoice_id IS NULL) = (upgrade_quantity IS NULL)))),
  constraint subscriptions_upgrade_quantity_check CHECK (((upgrade_quantity >= 1) AND (upgrade_quantity <= 100000))),
  constraint subscriptions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint subscriptions_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES disputes(id),
  constraint subscriptions_pending_plan_id_fkey FOREIGN KEY (pending_plan_id) REFERENCES plans(id),
  constraint subscriptions_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id),
  constraint subscriptions_upgrade_invoice_id_fkey FOREIGN KEY (upgrade_invoice_id) REFERENCES invoices(id),
  constraint subscriptions_upgrade_plan_id_fkey FOREIGN KEY (upgrade_plan_id) REFERENCES plans(id),
  constraint subscriptions_pkey PRIMARY KEY (id)
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

create table table_sizes (
  day date not null,
  table_name text not null,
  bytes bigint not null,
  constraint table_sizes_pkey PRIMARY KEY (day, table_name)
);

create table test_clock_stops (
  id uuid not null,
  account_id uuid not null,
  test_clock_id uuid not null,
  billing_time timestamp with time zone not null,
  stopped_at timestamp with time zone not null,
  constraint test_clock_stops_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint test_clock_stops_test_clock_id_fkey FOREIGN KEY (test_clock_id) REFERENCES test_clocks(id) ON DELETE CASCADE,
  constraint test_clock_stops_pkey PRIMARY KEY (id)
);

create table test_clocks (
  id uuid not null,
  account_id uuid not null,
  status text not null,
  billing_time timestamp with time zone not null,
  advancing_from timestamp with time zone not null,
  advancing_to timestamp with time zone not null,
  turn integer not null default 0,
  waiting_since timestamp with time zone,
  error text,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint test_clocks_check CHECK (((billing_time >= advancing_from) AND (billing_time <= advancing_to))),
  constraint test_clocks_check1 CHECK (((status = 'failed'::text) = (error IS NOT NULL))),
  constraint test_clocks_status_check CHECK ((status = ANY (ARRAY['ready'::text, 'advancing'::text, 'failed'::text]))),
  constraint test_clocks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint test_clocks_pkey PRIMARY KEY (id)
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

create table unknown_objects (
  id uuid not null,
  account_id uuid not null,
  storage_id uuid not null,
  key text not null,
  found_at timestamp with time zone not null,
  constraint unknown_objects_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint unknown_objects_storage_id_fkey FOREIGN KEY (storage_id) REFERENCES storage(id) ON DELETE CASCADE,
  constraint unknown_objects_pkey PRIMARY KEY (id),
  constraint unknown_objects_key UNIQUE (storage_id, key)
);

create table upload_parts (
  id uuid not null,
  account_id uuid not null,
  upload_id uuid not null,
  number integer not null,
  size bigint not null,
  etag text not null,
  constraint upload_parts_number_check CHECK ((number > 0)),
  constraint upload_parts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint upload_parts_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id) ON DELETE CASCADE,
  constraint upload_parts_pkey PRIMARY KEY (id),
  constraint upload_parts_number UNIQUE (upload_id, number)
);

create table upload_tails (
  id uuid not null,
  account_id uuid not null,
  upload_id uuid not null,
  offset bigint not null,
  bytes bytea not null,
  constraint upload_tails_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint upload_tails_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id) ON DELETE CASCADE,
  constraint upload_tails_pkey PRIMARY KEY (id),
  constraint upload_tails_offset UNIQUE (upload_id, offset)
);

create table uploads (
  id uuid not null,
  account_id uuid not null,
  blob_id uuid,
  fields jsonb not null,
  object jsonb not null,
  length bigint,
  offset bigint not null default 0,
  head bytea not null default '\x'::bytea,
  content_type text,
  hash_state bytea,
  lock_token uuid,
  locked_until timestamp with time zone,
  stop_requested boolean not null default false,
  taken_over boolean not null default false,
  expires_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  file_id uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint uploads_check CHECK (((length IS NULL) OR (offset <= length))),
  constraint uploads_head_check CHECK ((length(head) <= 4100)),
  constraint uploads_length_check CHECK ((length > 0)),
  constraint uploads_offset_check CHECK ((offset >= 0)),
  constraint uploads_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint uploads_blob_id_fkey FOREIGN KEY (blob_id) REFERENCES blobs(id) ON DELETE SET NULL,
  constraint uploads_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE SET NULL,
  constraint uploads_pkey PRIMARY KEY (id)
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
  unconfirmed_since timestamp with time zone default now(),
  email_since timestamp with time zone not null default now(),
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

create table worker_activities (
  id uuid not null,
  worker_id uuid not null,
  action text not null,
  successful boolean not null default true,
  message text,
  details jsonb not null default '{}'::jsonb,
  ip_address text,
  performed_at timestamp with time zone not null default now(),
  constraint worker_activities_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers(id) ON DELETE CASCADE,
  constraint worker_activities_pkey PRIMARY KEY (id)
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
  description text,
  token_preview text not null default ''::text,
  previous_token_digest text,
  previous_token_expires_at timestamp with time zone,
  token_rotated_at timestamp with time zone,
  concurrency integer,
  queues text[] not null default '{}'::text[],
  completed_count bigint not null default 0,
  failed_count bigint not null default 0,
  constraint workers_concurrency_check CHECK (((concurrency >= 1) AND (concurrency <= 500))),
  constraint workers_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text]))),
  constraint workers_pkey PRIMARY KEY (id),
  constraint workers_name_key UNIQUE (name),
  constraint workers_previous_token_digest_key UNIQUE (previous_token_digest),
  constraint workers_token_digest_key UNIQUE (token_digest)
);

CREATE INDEX account_storage_used ON account_storage USING btree (used_bytes DESC, id DESC);

CREATE INDEX accounts_created ON accounts USING btree (created_at, id);

CREATE INDEX accounts_name ON accounts USING btree (name, id);

CREATE INDEX accounts_rate_limit_tier ON accounts USING btree (rate_limit_tier, created_at, id);

CREATE INDEX accounts_search ON accounts USING gin (name gin_trgm_ops, subdomain gin_trgm_ops);

CREATE INDEX accounts_status ON accounts USING btree (status, created_at, id);

CREATE INDEX admin_settings_created ON admin_settings USING btree (created_at, id);

CREATE INDEX admin_settings_name ON admin_settings USING btree (name, created_at DESC);

CREATE INDEX alert_activities_alert ON alert_activities USING btree (alert_id, performed_at DESC, id DESC);

CREATE INDEX alert_activities_user ON alert_activities USING btree (user_id);

CREATE INDEX alert_rules_created ON alert_rules USING btree (created_at, id);

CREATE UNIQUE INDEX alert_rules_name ON alert_rules USING btree (lower(name));

CREATE INDEX alerts_account ON alerts USING btree (about_account_id);

CREATE INDEX alerts_acknowledged_by ON alerts USING btree (acknowledged_by_id);

CREATE INDEX alerts_created ON alerts USING btree (created_at, id);

CREATE INDEX alerts_dedupe ON alerts USING btree (dedupe_key, last_triggered_at) WHERE (status <> 'resolved'::text);

CREATE UNIQUE INDEX alerts_one_per_rule ON alerts USING btree (rule_id) WHERE (status <> 'resolved'::text);

CREATE INDEX alerts_resolved ON alerts USING btree (resolved_at);

CREATE INDEX alerts_resolved_by ON alerts USING btree (resolved_by_id);

CREATE INDEX alerts_rule ON alerts USING btree (rule_id, created_at);

CREATE INDEX alerts_severity ON alerts USING btree (severity, created_at, id);

CREATE INDEX alerts_status ON alerts USING btree (status, created_at, id);

CREATE INDEX api_key_usage_account ON api_key_usage USING btree (account_id, day);

CREATE INDEX api_key_usage_day ON api_key_usage USING btree (day);

CREATE INDEX api_keys_account ON api_keys USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX api_keys_maker ON api_keys USING btree (created_by_id);

CREATE UNIQUE INDEX audit_checkpoints_one ON audit_checkpoints USING btree (account_id, kind, sequence_number) NULLS NOT DISTINCT;

CREATE UNIQUE INDEX audit_checkpoints_single ON audit_checkpoints USING btree (account_id, kind) NULLS NOT DISTINCT WHERE (kind <> 'milestone'::text);

CREATE INDEX audit_export_parts_account ON audit_export_parts USING btree (account_id);

CREATE UNIQUE INDEX audit_export_parts_one ON audit_export_parts USING btree (export_id, part);

CREATE INDEX audit_exports_account ON audit_exports USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX audit_exports_expires ON audit_exports USING btree (expires_at);

CREATE INDEX audit_exports_user ON audit_exports USING btree (user_id);

CREATE INDEX audit_logs_account ON audit_logs USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX audit_logs_action ON audit_logs USING btree (account_id, action, created_at DESC);

CREATE INDEX audit_logs_ip ON audit_logs USING btree (account_id, ip_address, created_at DESC);

CREATE INDEX audit_logs_login_failed ON audit_logs USING btree (created_at) WHERE (action = 'user.login_failed'::text);

CREATE INDEX audit_logs_resource ON audit_logs USING btree (account_id, resource_type, resource_id, created_at DESC);

CREATE INDEX audit_logs_risky ON audit_logs USING btree (account_id, created_at DESC) WHERE (risk_level = ANY (ARRAY['high'::text, 'critical'::text]));

CREATE UNIQUE INDEX audit_logs_sequence ON audit_logs USING btree (account_id, sequence_number) NULLS NOT DISTINCT WHERE (sequence_number IS NOT NULL);

CREATE INDEX audit_logs_unsealed ON audit_logs USING btree (account_id, ((row_mac IS NOT NULL)), created_at, id) WHERE (sequence_number IS NULL);

CREATE INDEX audit_logs_user ON audit_logs USING btree (account_id, user_id, created_at DESC);

CREATE INDEX audit_logs_words ON audit_logs USING gin (audit_words(action, message, resource_id, ip_address, request_id, old_values, new_values, metadata));

CREATE INDEX auth_throttles_expiry ON auth_throttles USING btree (expire);

CREATE INDEX backup_codes_user ON backup_codes USING btree (user_id);

CREATE INDEX backups_completed ON backups USING btree (started_at) WHERE (status = 'completed'::text);

CREATE UNIQUE INDEX backups_running ON backups USING btree (status) WHERE (status = 'running'::text);

CREATE INDEX backups_started ON backups USING btree (started_at, id);

CREATE INDEX backups_started_by ON backups USING btree (started_by_id);

CREATE INDEX blobs_account ON blobs USING btree (account_id);

CREATE INDEX blobs_due ON blobs USING btree (lease_until) WHERE (state <> 'stored'::text);

CREATE INDEX cable_payloads_created ON cable_payloads USING btree (created_at);

CREATE INDEX coupons_by_code ON coupons USING btree (code, id);

CREATE UNIQUE INDEX coupons_code ON coupons USING btree (lower(code));

CREATE INDEX coupons_created ON coupons USING btree (created_at DESC, id DESC);

CREATE INDEX coupons_status ON coupons USING btree (status, created_at DESC, id DESC);

CREATE INDEX credit_expiries_account ON credit_expiries USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX credit_expiries_grant ON credit_expiries USING btree (grant_id);

CREATE INDEX credit_grants_account ON credit_grants USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX credit_grants_created ON credit_grants USING btree (created_at DESC, id DESC);

CREATE INDEX credit_grants_expiring ON credit_grants USING btree (expires_at) WHERE ((expires_at IS NOT NULL) AND (remaining_cents > 0));

CREATE INDEX credit_grants_left ON credit_grants USING btree (account_id, currency, created_at, id) WHERE (remaining_cents > 0);

CREATE INDEX credit_grants_source ON credit_grants USING btree (source_id) WHERE (source_id IS NOT NULL);

CREATE INDEX credit_notes_account ON credit_notes USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX credit_notes_created ON credit_notes USING btree (created_at DESC, id DESC);

CREATE INDEX credit_notes_invoice ON credit_notes USING btree (invoice_id, created_at DESC, id DESC);

CREATE INDEX credit_uses_grant ON credit_uses USING btree (grant_id);

CREATE INDEX credit_uses_invoice ON credit_uses USING btree (invoice_id);

CREATE INDEX delegations_account ON delegations USING btree (account_id, created_at, id);

CREATE UNIQUE INDEX delegations_live ON delegations USING btree (account_id, user_id) WHERE (status <> 'revoked'::text);

CREATE INDEX delegations_role ON delegations USING btree (role_id) WHERE (role_id IS NOT NULL);

CREATE INDEX delegations_user ON delegations USING btree (user_id) WHERE (status = 'active'::text);

CREATE INDEX disputes_account ON disputes USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX disputes_created ON disputes USING btree (created_at DESC, id DESC);

CREATE INDEX disputes_invoice ON disputes USING btree (invoice_id) WHERE (invoice_id IS NOT NULL);

CREATE INDEX disputes_payment ON disputes USING btree (payment_id);

CREATE INDEX disputes_status ON disputes USING btree (status, created_at DESC, id DESC);

CREATE INDEX dunnings_account ON dunnings USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX dunnings_created ON dunnings USING btree (created_at DESC, id DESC);

CREATE INDEX dunnings_due ON dunnings USING btree (next_step_at, id) WHERE (next_step_at IS NOT NULL);

CREATE UNIQUE INDEX dunnings_open ON dunnings USING btree (account_id) WHERE (status = 'open'::text);

CREATE INDEX dunnings_status ON dunnings USING btree (status, created_at DESC, id DESC);

CREATE INDEX dunnings_subscription ON dunnings USING btree (subscription_id);

CREATE INDEX error_reports_last ON error_reports USING btree (last_at DESC, id DESC);

CREATE INDEX events_account ON events USING btree (account_id, created_at);

CREATE INDEX events_created ON events USING btree (created_at);

CREATE INDEX file_derivatives_account ON file_derivatives USING btree (account_id);

CREATE INDEX file_links_account ON file_links USING btree (account_id);

CREATE INDEX file_links_of_subject ON file_links USING btree (subject_type, subject_id);

CREATE INDEX file_shares_account ON file_shares USING btree (account_id);

CREATE INDEX file_shares_created_by ON file_shares USING btree (created_by_id);

CREATE INDEX file_shares_of_file ON file_shares USING btree (file_id, created_at DESC, id DESC);

CREATE INDEX file_taggings_account ON file_taggings USING btree (account_id);

CREATE INDEX file_taggings_of_file ON file_taggings USING btree (file_id);

CREATE INDEX files_account ON files USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX files_account_name ON files USING btree (account_id, filename, id);

CREATE INDEX files_account_size ON files USING btree (account_id, file_size, id);

CREATE UNIQUE INDEX files_latest ON files USING btree (root_id) WHERE is_latest;

CREATE INDEX files_search ON files USING gin (filename gin_trgm_ops);

CREATE INDEX files_trash ON files USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);

CREATE INDEX files_uploaded_by ON files USING btree (uploaded_by_id);

CREATE UNIQUE INDEX files_version ON files USING btree (root_id, version);

CREATE INDEX former_slugs_account ON former_slugs USING btree (account_id);

CREATE INDEX former_slugs_subject ON former_slugs USING btree (subject_type, subject_id);

CREATE INDEX gateway_calls_account ON gateway_calls USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX gateway_calls_created ON gateway_calls USING btree (created_at DESC, id DESC);

CREATE INDEX gateway_calls_due ON gateway_calls USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX gateway_calls_finished ON gateway_calls USING btree (finished_at) WHERE (finished_at IS NOT NULL);

CREATE INDEX gateway_calls_secret ON gateway_calls USING btree (finished_at) WHERE (sealed_secret IS NOT NULL);

CREATE INDEX gateway_calls_subject ON gateway_calls USING btree (subject_id, created_at DESC, id DESC);

CREATE INDEX gateway_certificates_created ON gateway_certificates USING btree (created_at);

CREATE INDEX gateway_connection_jobs_created ON gateway_connection_jobs USING btree (created_at);

CREATE INDEX gateway_connection_jobs_gateway ON gateway_connection_jobs USING btree (gateway, created_at DESC, id DESC);

CREATE INDEX gateway_events_account ON gateway_events USING btree (about_account_id);

CREATE INDEX gateway_events_created ON gateway_events USING btree (created_at);

CREATE INDEX gateway_events_failed ON gateway_events USING btree (updated_at) WHERE (status = 'failed'::text);

CREATE INDEX gateway_events_gateway ON gateway_events USING btree (gateway, created_at DESC, id DESC);

CREATE INDEX gateway_events_payment ON gateway_events USING btree (payment_id);

CREATE INDEX gateway_events_status ON gateway_events USING btree (gateway, status, created_at DESC, id DESC);

CREATE INDEX gateway_events_type ON gateway_events USING btree (gateway, event_type, created_at DESC, id DESC);

CREATE UNIQUE INDEX gateway_settings_in_use ON gateway_settings USING btree (gateway, name) WHERE (retires_at IS NULL);

CREATE INDEX gateway_settings_retired ON gateway_settings USING btree (retires_at) WHERE (retires_at IS NOT NULL);

CREATE INDEX idempotency_keys_created ON idempotency_keys USING btree (created_at);

CREATE INDEX impersonations_account ON impersonations USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX impersonations_by ON impersonations USING btree (impersonator_id, created_at DESC, id DESC);

CREATE INDEX impersonations_ended ON impersonations USING btree (ended_at);

CREATE UNIQUE INDEX impersonations_impersonator ON impersonations USING btree (impersonator_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX impersonations_target ON impersonations USING btree (user_id) WHERE (ended_at IS NULL);

CREATE INDEX invitation_roles_role ON invitation_roles USING btree (role_id);

CREATE INDEX invitations_account ON invitations USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX invitations_due ON invitations USING btree (expires_at) WHERE (status = 'pending'::text);

CREATE INDEX invitations_ended ON invitations USING btree (status, updated_at) WHERE (status <> 'pending'::text);

CREATE UNIQUE INDEX invitations_pending ON invitations USING btree (account_id, email) WHERE (status = 'pending'::text);

CREATE INDEX invoices_account ON invoices USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX invoices_account_due ON invoices USING btree (account_id, due_at DESC, id DESC);

CREATE INDEX invoices_account_issued ON invoices USING btree (account_id, issued_at) WHERE (issued_at IS NOT NULL);

CREATE INDEX invoices_balances ON invoices USING btree (paid_at) WHERE ((carried_cents > 0) AND (carried_to IS NULL) AND (balance_written_off_at IS NULL));

CREATE INDEX invoices_carried ON invoices USING btree (account_id) WHERE ((carried_cents > 0) AND (carried_to IS NULL));

CREATE INDEX invoices_carried_to ON invoices USING btree (carried_to) WHERE (carried_to IS NOT NULL);

CREATE INDEX invoices_created ON invoices USING btree (created_at DESC, id DESC);

CREATE INDEX invoices_due ON invoices USING btree (due_at DESC, id DESC);

CREATE INDEX invoices_gateway_invoice ON invoices USING btree (gateway, gateway_invoice_id) WHERE (gateway_invoice_id IS NOT NULL);

CREATE INDEX invoices_number ON invoices USING btree (invoice_number text_pattern_ops);

CREATE UNIQUE INDEX invoices_period ON invoices USING btree (subscription_id, invoice_type, period_start) WHERE ((status <> 'void'::text) AND (invoice_type <> 'manual'::text) AND (invoice_type <> 'proration'::text));

CREATE INDEX invoices_status ON invoices USING btree (status, created_at DESC, id DESC);

CREATE INDEX invoices_subscription ON invoices USING btree (subscription_id, created_at DESC, id DESC);

CREATE INDEX invoices_unpaid ON invoices USING btree (account_id, due_at) WHERE (status = ANY (ARRAY['open'::text, 'uncollectible'::text]));

CREATE INDEX job_leases_worker ON job_leases USING btree (worker_id);

CREATE INDEX job_progress_updated ON job_progress USING btree (updated_at);

CREATE INDEX kb_article_tags_account ON kb_article_tags USING btree (account_id);

CREATE INDEX kb_article_tags_of_tag ON kb_article_tags USING btree (tag_id, article_id);

CREATE INDEX kb_articles_account ON kb_articles USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX kb_articles_account_published ON kb_articles USING btree (account_id, published_at DESC, id DESC);

CREATE INDEX kb_articles_account_title ON kb_articles USING btree (account_id, title, id);

CREATE INDEX kb_articles_account_updated ON kb_articles USING btree (account_id, updated_at DESC, id DESC);

CREATE INDEX kb_articles_account_views ON kb_articles USING btree (account_id, views_count DESC, id DESC);

CREATE INDEX kb_articles_author ON kb_articles USING btree (author_id);

CREATE INDEX kb_articles_category ON kb_articles USING btree (category_id, sort_order, id);

CREATE INDEX kb_articles_popular ON kb_articles USING btree (views_count DESC, id DESC) WHERE ((status = 'published'::text) AND is_public);

CREATE UNIQUE INDEX kb_articles_public_slug ON kb_articles USING btree (public_slug) WHERE ((status = 'published'::text) AND is_public);

CREATE INDEX kb_articles_published ON kb_articles USING btree (published_at DESC, id DESC) WHERE ((status = 'published'::text) AND is_public);

CREATE INDEX kb_articles_scheduled ON kb_articles USING btree (scheduled_for) WHERE (scheduled_for IS NOT NULL);

CREATE INDEX kb_articles_search ON kb_articles USING gin (search);

CREATE INDEX kb_articles_text ON kb_articles USING gin (public_title gin_trgm_ops, public_text gin_trgm_ops);

CREATE INDEX kb_articles_title ON kb_articles USING gin (title gin_trgm_ops);

CREATE INDEX kb_articles_titles ON kb_articles USING btree (public_title, id) WHERE ((status = 'published'::text) AND is_public);

CREATE INDEX kb_articles_unpublish ON kb_articles USING btree (unpublish_at) WHERE (unpublish_at IS NOT NULL);

CREATE INDEX kb_categories_account ON kb_categories USING btree (account_id, sort_order, name, id);

CREATE INDEX kb_categories_name ON kb_categories USING gin (name gin_trgm_ops);

CREATE INDEX kb_categories_parent ON kb_categories USING btree (parent_id);

CREATE UNIQUE INDEX kb_categories_visible_slug ON kb_categories USING btree (slug) WHERE is_visible;

CREATE INDEX kb_comments_account ON kb_comments USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX kb_comments_article ON kb_comments USING btree (article_id, created_at DESC, id DESC);

CREATE INDEX kb_comments_author ON kb_comments USING btree (author_id, created_at DESC);

CREATE INDEX kb_comments_author_account ON kb_comments USING btree (author_account_id);

CREATE INDEX kb_comments_content ON kb_comments USING gin (content gin_trgm_ops);

CREATE INDEX kb_comments_moderated_by ON kb_comments USING btree (moderated_by_id);

CREATE INDEX kb_comments_parent ON kb_comments USING btree (parent_id, created_at);

CREATE INDEX kb_comments_pending ON kb_comments USING btree (account_id) WHERE (status = 'pending'::text);

CREATE INDEX kb_comments_shown ON kb_comments USING btree (created_at DESC, id DESC) WHERE ((status = 'approved'::text) AND (parent_id IS NULL));

CREATE INDEX kb_comments_status ON kb_comments USING btree (account_id, status, created_at DESC, id DESC);

CREATE INDEX kb_feedback_account ON kb_feedback USING btree (account_id);

CREATE INDEX kb_searches_updated ON kb_searches USING btree (updated_at);

CREATE INDEX kb_tags_by_slug ON kb_tags USING btree (slug);

CREATE UNIQUE INDEX kb_tags_name ON kb_tags USING btree (account_id, lower(name));

CREATE INDEX kb_tags_name_order ON kb_tags USING btree (name, id);

CREATE INDEX kb_transfer_entries_account ON kb_transfer_entries USING btree (account_id);

CREATE INDEX kb_transfer_entries_article ON kb_transfer_entries USING btree (article_id);

CREATE INDEX kb_transfer_entries_file ON kb_transfer_entries USING btree (file_id);

CREATE INDEX kb_transfers_account ON kb_transfers USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX kb_transfers_category ON kb_transfers USING btree (category_id);

CREATE INDEX kb_transfers_created ON kb_transfers USING btree (created_at);

CREATE INDEX kb_transfers_file ON kb_transfers USING btree (file_id);

CREATE INDEX kb_transfers_requested_by ON kb_transfers USING btree (requested_by_id);

CREATE INDEX kb_view_days_account ON kb_view_days USING btree (account_id, day);

CREATE INDEX kb_view_days_day ON kb_view_days USING btree (day);

CREATE INDEX kb_views_account ON kb_views USING btree (account_id);

CREATE INDEX kb_views_period ON kb_views USING btree (period);

CREATE INDEX ledger_entries_account ON ledger_entries USING btree (account_id, occurred_at DESC, id DESC);

CREATE INDEX ledger_entries_occurred ON ledger_entries USING btree (occurred_at, id);

CREATE INDEX ledger_lines_account ON ledger_lines USING btree (account_id, ledger_account);

CREATE INDEX mails_account ON mails USING btree (account_id);

CREATE INDEX mails_bodies ON mails USING btree (created_at) WHERE (sealed_variables <> '\x'::bytea);

CREATE INDEX mails_created ON mails USING btree (created_at DESC, id DESC);

CREATE INDEX mails_search ON mails USING gin (to_address gin_trgm_ops, subject gin_trgm_ops);

CREATE INDEX mails_status ON mails USING btree (status, created_at DESC, id DESC);

CREATE INDEX mails_troubled ON mails USING btree (attempted_at) WHERE (status = ANY (ARRAY['deferred'::text, 'failed'::text]));

CREATE INDEX missing_payments_account ON missing_payments USING btree (about_account_id);

CREATE UNIQUE INDEX missing_payments_external ON missing_payments USING btree (gateway, external_id);

CREATE INDEX mrr_movements_date ON mrr_movements USING btree (date);

CREATE UNIQUE INDEX mrr_movements_first ON mrr_movements USING btree (account_id) INCLUDE (date) WHERE (kind = 'new'::text);

CREATE INDEX notification_preferences_account ON notification_preferences USING btree (account_id);

CREATE INDEX notifications_created ON notifications USING btree (created_at);

CREATE INDEX notifications_unread ON notifications USING btree (user_id) WHERE (read_at IS NULL);

CREATE INDEX notifications_user ON notifications USING btree (user_id, created_at DESC, id DESC);

CREATE INDEX one_time_tokens_expiry ON one_time_tokens USING btree (expires_at);

CREATE INDEX pages_account ON pages USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX pages_account_published ON pages USING btree (account_id, published_at DESC, id DESC);

CREATE INDEX pages_account_title ON pages USING btree (account_id, title, id);

CREATE INDEX pages_account_updated ON pages USING btree (account_id, updated_at DESC, id DESC);

CREATE INDEX pages_author ON pages USING btree (author_id);

CREATE UNIQUE INDEX pages_public_slug ON pages USING btree (public_slug) WHERE (status = 'published'::text);

CREATE INDEX pages_published ON pages USING btree (published_at DESC, id DESC) WHERE (status = 'published'::text);

CREATE INDEX pages_scheduled ON pages USING btree (scheduled_for) WHERE (scheduled_for IS NOT NULL);

CREATE INDEX pages_search ON pages USING gin (title gin_trgm_ops);

CREATE INDEX pages_unpublish ON pages USING btree (unpublish_at) WHERE (unpublish_at IS NOT NULL);

CREATE INDEX passkey_challenges_expiry ON passkey_challenges USING btree (expires_at);

CREATE INDEX passkey_challenges_user ON passkey_challenges USING btree (user_id);

CREATE INDEX passkeys_user ON passkeys USING btree (user_id, created_at);

CREATE INDEX payment_method_setups_account ON payment_method_setups USING btree (account_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX payment_method_setups_external ON payment_method_setups USING btree (gateway, external_id);

CREATE INDEX payment_method_setups_method ON payment_method_setups USING btree (payment_method_id);

CREATE INDEX payment_method_setups_updated ON payment_method_setups USING btree (updated_at);

CREATE INDEX payment_methods_account ON payment_methods USING btree (account_id, created_at, id);

CREATE UNIQUE INDEX payment_methods_default ON payment_methods USING btree (account_id) WHERE is_default;

CREATE INDEX payment_methods_expiry ON payment_methods USING btree (exp_year, exp_month) WHERE is_default;

CREATE INDEX payment_methods_fingerprint ON payment_methods USING btree (account_id, fingerprint) WHERE (fingerprint IS NOT NULL);

CREATE INDEX payments_account ON payments USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX payments_asked ON payments USING btree (gateway, intent_id);

CREATE INDEX payments_created ON payments USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX payments_external ON payments USING btree (gateway, external_id) WHERE (gateway <> 'manual'::text);

CREATE INDEX payments_failed ON payments USING btree (failed_at) WHERE (failed_at IS NOT NULL);

CREATE INDEX payments_fee_unknown ON payments USING btree (processed_at) WHERE ((fee_cents IS NULL) AND (status = ANY (ARRAY['succeeded'::text, 'partially_refunded'::text, 'refunded'::text])) AND (gateway <> 'manual'::text));

CREATE INDEX payments_gateway ON payments USING btree (gateway, created_at DESC, id DESC);

CREATE INDEX payments_gateway_status ON payments USING btree (gateway, status, created_at DESC, id DESC);

CREATE UNIQUE INDEX payments_intent ON payments USING btree (gateway, intent_id) WHERE (status = ANY (ARRAY['succeeded'::text, 'partially_refunded'::text, 'refunded'::text]));

CREATE INDEX payments_invoice ON payments USING btree (invoice_id, created_at DESC, id DESC);

CREATE INDEX payments_method ON payments USING btree (payment_method_id);

CREATE INDEX payments_processed ON payments USING btree (processed_at) WHERE (processed_at IS NOT NULL);

CREATE INDEX payments_status ON payments USING btree (status, created_at DESC, id DESC);

CREATE INDEX payments_suspense ON payments USING btree (id) WHERE (((applied_cents + credited_cents) < amount_cents) AND (status = ANY (ARRAY['succeeded'::text, 'partially_refunded'::text, 'refunded'::text])));

CREATE INDEX payments_unmatched ON payments USING btree (processed_at) WHERE (((applied_cents + credited_cents) < amount_cents) AND (status = 'succeeded'::text));

CREATE UNIQUE INDEX payments_unsettled ON payments USING btree (invoice_id) WHERE (status = ANY (ARRAY['pending'::text, 'processing'::text, 'requires_action'::text]));

CREATE INDEX payments_waiting ON payments USING btree (updated_at) WHERE (status = ANY (ARRAY['pending'::text, 'processing'::text, 'requires_action'::text]));

CREATE UNIQUE INDEX plans_default ON plans USING btree (is_default) WHERE is_default;

CREATE UNIQUE INDEX plans_name ON plans USING btree (lower(name));

CREATE INDEX plans_price ON plans USING btree (price_cents, id);

CREATE UNIQUE INDEX plans_promotional_code ON plans USING btree (lower(promotional_discount_code));

CREATE INDEX processing_jobs_account ON processing_jobs USING btree (account_id);

CREATE INDEX rate_limit_totals_account ON rate_limit_totals USING btree (account_id, hour);

CREATE INDEX rate_limit_violations_identifier ON rate_limit_violations USING btree (identifier, last_at);

CREATE INDEX rate_limit_violations_last ON rate_limit_violations USING btree (last_at, id);

CREATE INDEX reconciliation_flags_created ON reconciliation_flags USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX reconciliation_flags_finding ON reconciliation_flags USING btree (gateway, external_id, type);

CREATE INDEX reconciliation_flags_payment ON reconciliation_flags USING btree (payment_id);

CREATE INDEX reconciliation_flags_report ON reconciliation_flags USING btree (reconciliation_report_id, created_at DESC, id DESC);

CREATE INDEX reconciliation_flags_resolver ON reconciliation_flags USING btree (resolved_by_id);

CREATE INDEX reconciliation_flags_status ON reconciliation_flags USING btree (status, created_at DESC, id DESC);

CREATE INDEX reconciliation_investigations_flag ON reconciliation_investigations USING btree (reconciliation_flag_id, created_at DESC, id DESC);

CREATE INDEX reconciliation_investigations_investigator ON reconciliation_investigations USING btree (investigator_id);

CREATE UNIQUE INDEX reconciliation_investigations_open ON reconciliation_investigations USING btree (reconciliation_flag_id) WHERE (status = ANY (ARRAY['open'::text, 'in_progress'::text]));

CREATE INDEX reconciliation_reports_date ON reconciliation_reports USING btree (report_date DESC, id DESC);

CREATE UNIQUE INDEX reconciliation_reports_day ON reconciliation_reports USING btree (gateway, report_date, report_type);

CREATE INDEX reconciliation_reports_gateway ON reconciliation_reports USING btree (gateway, report_date DESC, id DESC);

CREATE INDEX reconciliation_reports_status ON reconciliation_reports USING btree (status, report_date DESC, id DESC);

CREATE INDEX refresh_tokens_expiry ON refresh_tokens USING btree (expires_at);

CREATE INDEX refresh_tokens_session ON refresh_tokens USING btree (session_id);

CREATE INDEX refresh_tokens_successor ON refresh_tokens USING btree (successor_id);

CREATE INDEX refunds_account ON refunds USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX refunds_created ON refunds USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX refunds_external ON refunds USING btree (gateway, external_id) WHERE (gateway <> 'manual'::text);

CREATE INDEX refunds_invoice ON refunds USING btree (invoice_id) WHERE (invoice_id IS NOT NULL);

CREATE INDEX refunds_payment ON refunds USING btree (payment_id, created_at DESC, id DESC);

CREATE INDEX refunds_pending ON refunds USING btree (updated_at) WHERE (status = 'pending'::text);

CREATE INDEX refunds_processed ON refunds USING btree (processed_at) WHERE ((processed_at IS NOT NULL) AND (destination = 'method'::text));

CREATE INDEX refunds_returned ON refunds USING btree (failed_at) WHERE ((failed_at IS NOT NULL) AND (processed_at IS NOT NULL));

CREATE INDEX refunds_status ON refunds USING btree (status, created_at DESC, id DESC);

CREATE INDEX refunds_suspense ON refunds USING btree (payment_id) WHERE ((invoiced_cents + credited_cents) < amount_cents);

CREATE INDEX report_request_parts_account ON report_request_parts USING btree (account_id);

CREATE UNIQUE INDEX report_request_parts_one ON report_request_parts USING btree (report_request_id, part);

CREATE INDEX report_requests_account ON report_requests USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX report_requests_expires ON report_requests USING btree (expires_at);

CREATE INDEX report_requests_schedule ON report_requests USING btree (scheduled_report_id, created_at DESC, id DESC);

CREATE INDEX report_requests_status ON report_requests USING btree (account_id, status, created_at DESC, id DESC);

CREATE INDEX report_requests_type ON report_requests USING btree (account_id, report_type, created_at DESC, id DESC);

CREATE INDEX report_requests_user ON report_requests USING btree (user_id);

CREATE INDEX revisions_account ON revisions USING btree (account_id);

CREATE INDEX revisions_author ON revisions USING btree (author_id);

CREATE INDEX scheduled_reports_account ON scheduled_reports USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX scheduled_reports_due ON scheduled_reports USING btree (next_run_at, id) WHERE (status = 'active'::text);

CREATE INDEX scheduled_reports_next ON scheduled_reports USING btree (account_id, next_run_at, id);

CREATE INDEX scheduled_reports_user ON scheduled_reports USING btree (user_id);

CREATE INDEX service_checks_checked ON service_checks USING btree (checked_at);

CREATE INDEX service_checks_failed ON service_checks USING btree (service_id, checked_at DESC, id DESC) WHERE (NOT ok);

CREATE INDEX service_checks_service ON service_checks USING btree (service_id, checked_at DESC, id DESC);

CREATE INDEX service_incidents_ended ON service_incidents USING btree (ended_at);

CREATE UNIQUE INDEX service_incidents_open ON service_incidents USING btree (service_id) WHERE (ended_at IS NULL);

CREATE INDEX service_incidents_service ON service_incidents USING btree (service_id, started_at DESC, id DESC);

CREATE INDEX service_incidents_started ON service_incidents USING btree (started_at);

CREATE INDEX service_uptimes_starts ON service_uptimes USING btree (unit, starts_at);

CREATE INDEX services_created ON services USING btree (created_at, id);

CREATE INDEX services_due ON services USING btree (next_check_at) WHERE (state <> 'paused'::text);

CREATE INDEX services_position ON services USING btree (position, id);

CREATE INDEX sessions_delegation ON sessions USING btree (delegation_id) WHERE (delegation_id IS NOT NULL);

CREATE INDEX sessions_device ON sessions USING btree (user_id, user_agent);

CREATE INDEX sessions_expiry ON sessions USING btree (expires_at);

CREATE INDEX sessions_user ON sessions USING btree (user_id) WHERE (revoked_at IS NULL);

CREATE INDEX storage_account ON storage USING btree (account_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX storage_default ON storage USING btree (account_id) WHERE is_default;

CREATE UNIQUE INDEX storage_name ON storage USING btree (account_id, lower(name));

CREATE INDEX subscription_changes_ended ON subscription_changes USING btree (at) WHERE (status = ANY (ARRAY['cancelled'::text, 'incomplete_expired'::text]));

CREATE INDEX subscription_changes_plan ON subscription_changes USING btree (plan_id);

CREATE INDEX subscription_changes_started ON subscription_changes USING btree (at) WHERE (kind = 'created'::text);

CREATE INDEX subscription_changes_subscription ON subscription_changes USING btree (subscription_id, position);

CREATE INDEX subscription_discounts_account ON subscription_discounts USING btree (account_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX subscription_discounts_coupon ON subscription_discounts USING btree (account_id, coupon_id) WHERE (status <> 'released'::text);

CREATE INDEX subscription_discounts_created ON subscription_discounts USING btree (created_at DESC, id DESC);

CREATE INDEX subscription_discounts_redemptions ON subscription_discounts USING btree (coupon_id, created_at DESC, id DESC);

CREATE INDEX subscription_discounts_subscription ON subscription_discounts USING btree (subscription_id, created_at DESC, id DESC);

CREATE INDEX subscriptions_account ON subscriptions USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX subscriptions_created ON subscriptions USING btree (created_at DESC, id DESC);

CREATE INDEX subscriptions_dispute ON subscriptions USING btree (dispute_id) WHERE (dispute_id IS NOT NULL);

CREATE INDEX subscriptions_due ON subscriptions USING btree (current_period_end) WHERE (status <> ALL (ARRAY['cancelled'::text, 'incomplete_expired'::text]));

CREATE UNIQUE INDEX subscriptions_gateway ON subscriptions USING btree (gateway, gateway_subscription_id) WHERE (gateway_subscription_id IS NOT NULL);

CREATE UNIQUE INDEX subscriptions_live ON subscriptions USING btree (account_id) WHERE (status <> ALL (ARRAY['cancelled'::text, 'incomplete_expired'::text]));

CREATE INDEX subscriptions_period_end ON subscriptions USING btree (current_period_end, id);

CREATE INDEX subscriptions_plan ON subscriptions USING btree (plan_id);

CREATE INDEX subscriptions_unpaid ON subscriptions USING btree (id) WHERE (status = ANY (ARRAY['incomplete'::text, 'past_due'::text, 'suspended'::text]));

CREATE INDEX subscriptions_upgrading ON subscriptions USING btree (id) WHERE (upgrade_invoice_id IS NOT NULL);

CREATE INDEX system_logs_created ON system_logs USING btree (created_at, id);

CREATE INDEX system_logs_level ON system_logs USING btree (level, created_at, id);

CREATE INDEX system_logs_search ON system_logs USING gin (message gin_trgm_ops, ((metadata)::text) gin_trgm_ops);

CREATE INDEX system_logs_source ON system_logs USING btree (source, level);

CREATE INDEX test_clock_stops_account ON test_clock_stops USING btree (account_id);

CREATE INDEX test_clock_stops_clock ON test_clock_stops USING btree (test_clock_id, stopped_at DESC);

CREATE UNIQUE INDEX test_clocks_account ON test_clocks USING btree (account_id) WHERE (ended_at IS NULL);

CREATE INDEX test_clocks_created ON test_clocks USING btree (created_at DESC, id DESC);

CREATE INDEX test_clocks_of_account ON test_clocks USING btree (account_id);

CREATE INDEX unknown_objects_account ON unknown_objects USING btree (account_id);

CREATE INDEX upload_parts_account ON upload_parts USING btree (account_id);

CREATE INDEX upload_tails_account ON upload_tails USING btree (account_id);

CREATE INDEX uploads_account ON uploads USING btree (account_id) WHERE (completed_at IS NULL);

CREATE INDEX uploads_expiry ON uploads USING btree (expires_at);

CREATE INDEX uploads_of_blob ON uploads USING btree (blob_id);

CREATE INDEX uploads_of_file ON uploads USING btree (file_id);

CREATE INDEX user_roles_role ON user_roles USING btree (role_id, account_id);

CREATE INDEX users_account_created ON users USING btree (account_id, created_at, id);

CREATE INDEX users_account_email ON users USING btree (account_id, email, id);

CREATE INDEX users_account_last_login ON users USING btree (account_id, last_login_at, id);

CREATE INDEX users_account_locked ON users USING btree (account_id, locked_until) WHERE (locked_until IS NOT NULL);

CREATE INDEX users_account_name ON users USING btree (account_id, name, id);

CREATE INDEX users_account_status ON users USING btree (account_id, status, created_at, id);

CREATE INDEX users_address ON users USING btree (email);

CREATE INDEX users_address_beginning ON users USING btree (email text_pattern_ops);

CREATE INDEX users_created ON users USING btree (created_at, id);

CREATE UNIQUE INDEX users_email ON users USING btree (email) WHERE (email_verified_at IS NOT NULL);

CREATE INDEX users_name ON users USING btree (name, id);

CREATE INDEX users_search ON users USING gin (regexp_replace(NORMALIZE(name, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text) gin_trgm_ops, email gin_trgm_ops);

CREATE INDEX users_status ON users USING btree (status, created_at, id);

CREATE INDEX users_unconfirmed ON users USING btree (unconfirmed_since) WHERE (unconfirmed_since IS NOT NULL);

CREATE INDEX webhook_attempts_delivery ON webhook_attempts USING btree (delivery_id, attempted_at);

CREATE INDEX webhook_deliveries_account ON webhook_deliveries USING btree (account_id, created_at DESC, id DESC);

CREATE INDEX webhook_deliveries_created ON webhook_deliveries USING btree (created_at);

CREATE INDEX webhook_deliveries_event ON webhook_deliveries USING btree (event_id);

CREATE INDEX webhook_deliveries_status ON webhook_deliveries USING btree (account_id, status, created_at DESC);

CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries USING btree (webhook_id) WHERE ((status = 'pending'::text) OR (next_retry_at IS NOT NULL));

CREATE INDEX webhook_deliveries_webhook ON webhook_deliveries USING btree (webhook_id, created_at DESC, id DESC);

CREATE INDEX webhooks_account ON webhooks USING btree (account_id, created_at);

CREATE INDEX worker_activities_performed ON worker_activities USING btree (performed_at);

CREATE INDEX worker_activities_worker ON worker_activities USING btree (worker_id, performed_at DESC, id DESC);

CREATE INDEX workers_created ON workers USING btree (created_at, id);

CREATE UNIQUE INDEX workers_one_system ON workers USING btree (is_system) WHERE is_system;

CREATE OR REPLACE FUNCTION audit_logs_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from audit_checkpoints where kind = 'base' and sequence_number >= old.sequence_number
      and (account_id = old.account_id or (account_id is null and old.account_id is null))
  ) then
    return old;
  end if;
  raise exception 'audit_logs is append-only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION audit_logs_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'audit_logs is append-only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION audit_query(words text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when query::text like '%''' then (query::text || ':*')::tsquery else query end
  from (select websearch_to_tsquery('simple', words)) as asked (query)
$function$;

CREATE OR REPLACE FUNCTION audit_words(action text, message text, resource_id text, ip_address text, request_id text, old_values jsonb, new_values jsonb, metadata jsonb)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select to_tsvector('simple', translate(
    action || ' ' || message || ' ' || coalesce(resource_id, '') || ' ' || coalesce(ip_address, '') || ' '
      || coalesce(request_id, '') || ' ' || left(old_values::text, 10000) || ' ' || left(new_values::text, 10000)
      || ' ' || left(metadata::text, 10000),
    '._/:@-', '      '))
$function$;

CREATE OR REPLACE FUNCTION delegations_given_to()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.given_to := coalesce(new.given_to, (select email from users where id = new.user_id));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$;

CREATE OR REPLACE FUNCTION gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$;

CREATE OR REPLACE FUNCTION gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$;

CREATE OR REPLACE FUNCTION gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS char
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$;

CREATE OR REPLACE FUNCTION gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$;

CREATE OR REPLACE FUNCTION gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$;

CREATE OR REPLACE FUNCTION gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$;

CREATE OR REPLACE FUNCTION gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$;

CREATE OR REPLACE FUNCTION gtrgm_in(cstring)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$;

CREATE OR REPLACE FUNCTION gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$;

CREATE OR REPLACE FUNCTION gtrgm_out(gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$;

CREATE OR REPLACE FUNCTION gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$;

CREATE OR REPLACE FUNCTION gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$;

CREATE OR REPLACE FUNCTION gtrgm_same(gtrgm, gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$;

CREATE OR REPLACE FUNCTION gtrgm_union(internal, internal)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$;

CREATE OR REPLACE FUNCTION invoice_lines_of_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select status from invoices where id = coalesce(new.invoice_id, old.invoice_id)) <> 'draft' then
    raise exception 'An issued invoice cannot change' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $function$;

CREATE OR REPLACE FUNCTION known_time_zone(zone text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  perform now() at time zone zone;
  return zone;
exception when invalid_parameter_value then
  return 'UTC';
end $function$;

CREATE OR REPLACE FUNCTION ledger_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select sum(amount_cents) from ledger_lines where entry_id = new.entry_id) <> 0 then
    raise exception 'A ledger entry does not balance' using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION lock_address(email text)
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_advisory_xact_lock(hashtext('powernode address'), hashtext(email) & 1023)
$function$;

CREATE OR REPLACE FUNCTION money_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '%', tg_argv[0] using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$;

CREATE OR REPLACE FUNCTION show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$;

CREATE OR REPLACE FUNCTION show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$;

CREATE OR REPLACE FUNCTION similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$;

CREATE OR REPLACE FUNCTION similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$;

CREATE OR REPLACE FUNCTION similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$;

CREATE OR REPLACE FUNCTION strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$;

CREATE OR REPLACE FUNCTION strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$;

CREATE OR REPLACE FUNCTION users_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  if new.email_verified_at is not null then
    new.unconfirmed_since := null;
  end if;
  if tg_op = 'INSERT' or new.email <> old.email then
    new.email_since := now();
    perform lock_address(new.email);
    if exists (select from users where email = new.email and id <> new.id
      and (email_verified_at is not null or account_id = new.account_id)) then
      raise unique_violation using constraint = 'users_email', message = 'the address is taken';
    end if;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$;

CREATE OR REPLACE FUNCTION word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$;

CREATE TRIGGER audit_logs_delete BEFORE DELETE ON audit_logs FOR EACH ROW EXECUTE FUNCTION audit_logs_keep();

CREATE TRIGGER audit_logs_truncate BEFORE TRUNCATE ON audit_logs FOR EACH STATEMENT EXECUTE FUNCTION audit_logs_refuse();

CREATE TRIGGER audit_logs_update BEFORE UPDATE ON audit_logs FOR EACH ROW WHEN (((old.sequence_number IS NOT NULL) OR (new.sequence_number IS NULL) OR ((((((((((((((((((((new.id IS DISTINCT FROM old.id) OR (new.account_id IS DISTINCT FROM old.account_id)) OR (new.user_id IS DISTINCT FROM old.user_id)) OR (new.impersonator_id IS DISTINCT FROM old.impersonator_id)) OR (new.action IS DISTINCT FROM old.action)) OR (new.resource_type IS DISTINCT FROM old.resource_type)) OR (new.resource_id IS DISTINCT FROM old.resource_id)) OR (new.source IS DISTINCT FROM old.source)) OR (new.status IS DISTINCT FROM old.status)) OR (new.severity IS DISTINCT FROM old.severity)) OR (new.risk_level IS DISTINCT FROM old.risk_level)) OR (new.message IS DISTINCT FROM old.message)) OR (new.ip_address IS DISTINCT FROM old.ip_address)) OR (new.user_agent IS DISTINCT FROM old.user_agent)) OR (new.request_id IS DISTINCT FROM old.request_id)) OR (new.old_values IS DISTINCT FROM old.old_values)) OR (new.new_values IS DISTINCT FROM old.new_values)) OR (new.metadata IS DISTINCT FROM old.metadata)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR (new.row_mac IS DISTINCT FROM old.row_mac)))) EXECUTE FUNCTION audit_logs_refuse();

CREATE TRIGGER credit_expiries_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON credit_expiries FOR EACH STATEMENT EXECUTE FUNCTION money_keep('What expired of a credit cannot change');

CREATE TRIGGER credit_grants_granted BEFORE UPDATE ON credit_grants FOR EACH ROW WHEN ((((((((((new.id IS DISTINCT FROM old.id) OR (new.account_id IS DISTINCT FROM old.account_id)) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.amount_cents IS DISTINCT FROM old.amount_cents)) OR (new.source IS DISTINCT FROM old.source)) OR (new.source_id IS DISTINCT FROM old.source_id)) OR (new.reason IS DISTINCT FROM old.reason)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR ((new.expires_at IS NULL) <> (old.expires_at IS NULL)) OR (new.expires_at < old.expires_at))) EXECUTE FUNCTION money_keep('Only what remains of a credit can change');

CREATE TRIGGER credit_grants_keep BEFORE DELETE OR TRUNCATE ON credit_grants FOR EACH STATEMENT EXECUTE FUNCTION money_keep('A credit cannot be deleted');

CREATE TRIGGER credit_note_documents_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON credit_note_documents FOR EACH STATEMENT EXECUTE FUNCTION money_keep('The file of a credit note cannot change');

CREATE TRIGGER credit_note_lines_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON credit_note_lines FOR EACH STATEMENT EXECUTE FUNCTION money_keep('A credit note cannot change');

CREATE TRIGGER credit_notes_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON credit_notes FOR EACH STATEMENT EXECUTE FUNCTION money_keep('A credit note cannot change');

CREATE TRIGGER credit_uses_keep BEFORE DELETE OR TRUNCATE ON credit_uses FOR EACH STATEMENT EXECUTE FUNCTION money_keep('The use of a credit cannot be deleted');

CREATE TRIGGER credit_uses_used BEFORE UPDATE ON credit_uses FOR EACH ROW WHEN (((old.reversed_at IS NOT NULL) OR ((((((new.id IS DISTINCT FROM old.id) OR (new.account_id IS DISTINCT FROM old.account_id)) OR (new.grant_id IS DISTINCT FROM old.grant_id)) OR (new.invoice_id IS DISTINCT FROM old.invoice_id)) OR (new.amount_cents IS DISTINCT FROM old.amount_cents)) OR (new.created_at IS DISTINCT FROM old.created_at)))) EXECUTE FUNCTION money_keep('The use of a credit can only be reversed');

CREATE TRIGGER delegations_given_to BEFORE INSERT ON delegations FOR EACH ROW EXECUTE FUNCTION delegations_given_to();

CREATE TRIGGER disputes_keep BEFORE DELETE OR TRUNCATE ON disputes FOR EACH STATEMENT EXECUTE FUNCTION money_keep('A dispute cannot be deleted');

CREATE TRIGGER disputes_made BEFORE UPDATE ON disputes FOR EACH ROW WHEN (((old.status <> 'open'::text) OR (((((((((new.id IS DISTINCT FROM old.id) OR (new.account_id IS DISTINCT FROM old.account_id)) OR (new.payment_id IS DISTINCT FROM old.payment_id)) OR (new.gateway IS DISTINCT FROM old.gateway)) OR (new.external_id IS DISTINCT FROM old.external_id)) OR (new.amount_cents IS DISTINCT FROM old.amount_cents)) OR (new.fee_cents IS DISTINCT FROM old.fee_cents)) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.created_at IS DISTINCT FROM old.created_at)))) EXECUTE FUNCTION money_keep('A dispute can only be closed');

CREATE TRIGGER invoice_documents_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON invoice_documents FOR EACH STATEMENT EXECUTE FUNCTION money_keep('The file of an invoice cannot change');

CREATE TRIGGER invoice_lines_keep BEFORE UPDATE OR TRUNCATE ON invoice_lines FOR EACH STATEMENT EXECUTE FUNCTION money_keep('The lines of an invoice cannot change');

CREATE TRIGGER invoice_lines_of_draft BEFORE INSERT OR DELETE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION invoice_lines_of_draft();

CREATE TRIGGER invoices_issued BEFORE UPDATE ON invoices FOR EACH ROW WHEN (((old.status <> 'draft'::text) AND ((((((((((((((((((((new.id IS DISTINCT FROM old.id) OR (new.account_id IS DISTINCT FROM old.account_id)) OR (new.subscription_id IS DISTINCT FROM old.subscription_id)) OR (new.invoice_number IS DISTINCT FROM old.invoice_number)) OR (new.invoice_type IS DISTINCT FROM old.invoice_type)) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.tax_inclusive IS DISTINCT FROM old.tax_inclusive)) OR (new.tax_basis_points IS DISTINCT FROM old.tax_basis_points)) OR (new.subtotal_cents IS DISTINCT FROM old.subtotal_cents)) OR (new.tax_cents IS DISTINCT FROM old.tax_cents)) OR (new.total_cents IS DISTINCT FROM old.total_cents)) OR (new.period_start IS DISTINCT FROM old.period_start)) OR (new.period_end IS DISTINCT FROM old.period_end)) OR (new.issued_at IS DISTINCT FROM old.issued_at)) OR (new.due_at IS DISTINCT FROM old.due_at)) OR (new.seller IS DISTINCT FROM old.seller)) OR (new.buyer IS DISTINCT FROM old.buyer)) OR (new.notes IS DISTINCT FROM old.notes)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR ((new.status = 'draft'::text) IS DISTINCT FROM false)))) EXECUTE FUNCTION money_keep('An issued invoice cannot change');

CREATE TRIGGER invoices_keep BEFORE DELETE OR TRUNCATE ON invoices FOR EACH STATEMENT EXECUTE FUNCTION money_keep('An invoice cannot be deleted');

CREATE TRIGGER ledger_entries_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION money_keep('The ledger is append-only');

CREATE CONSTRAINT TRIGGER ledger_balances AFTER INSERT ON ledger_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances();

CREATE TRIGGER ledger_lines_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger_lines FOR EACH STATEMENT EXECUTE FUNCTION money_keep('The ledger is append-only');

CREATE TRIGGER mrr_movements_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON mrr_movements FOR EACH STATEMENT EXECUTE FUNCTION money_keep('A movement of revenue cannot change');

CREATE TRIGGER payments_keep BEFORE DELETE OR TRUNCATE ON payments FOR EACH STATEMENT EXECUTE FUNCTION money_keep('A payment cannot be deleted');

CREATE TRIGGER payments_made BEFORE UPDATE ON payments FOR EACH ROW WHEN (((((((new.id IS DISTINCT FROM old.id) OR (new.account_id IS DISTINCT FROM old.account_id)) OR (new.gateway IS DISTINCT FROM old.gateway)) OR (new.livemode IS DISTINCT FROM old.livemode)) OR (new.created_at IS DISTINCT FROM old.created_at)) OR ((old.status = ANY (ARRAY['succeeded'::text, 'partially_refunded'::text, 'refunded'::text])) AND (((new.amount_cents IS DISTINCT FROM old.amount_cents) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.applied_cents < old.applied_cents) OR (new.credited_cents < old.credited_cents))))) EXECUTE FUNCTION money_keep('What was paid cannot change');

CREATE TRIGGER refunds_keep BEFORE DELETE OR TRUNCATE ON refunds FOR EACH STATEMENT EXECUTE FUNCTION money_keep('A refund cannot be deleted');

CREATE TRIGGER refunds_made BEFORE UPDATE ON refunds FOR EACH ROW WHEN (((((((((((new.id IS DISTINCT FROM old.id) OR (new.account_id IS DISTINCT FROM old.account_id)) OR (new.payment_id IS DISTINCT FROM old.payment_id)) OR (new.credit_note_id IS DISTINCT FROM old.credit_note_id)) OR (new.destination IS DISTINCT FROM old.destination)) OR (new.amount_cents IS DISTINCT FROM old.amount_cents)) OR (new.invoiced_cents IS DISTINCT FROM old.invoiced_cents)) OR (new.credited_cents IS DISTINCT FROM old.credited_cents)) OR (new.currency IS DISTINCT FROM old.currency)) OR (new.created_at IS DISTINCT FROM old.created_at))) EXECUTE FUNCTION money_keep('What was paid back cannot change');

CREATE TRIGGER subscription_changes_keep BEFORE UPDATE ON subscription_changes FOR EACH ROW EXECUTE FUNCTION money_keep('A recorded change of a subscription cannot change');

CREATE TRIGGER subscription_changes_kept BEFORE DELETE ON subscription_changes FOR EACH ROW WHEN ((old.mrr_cents > 0)) EXECUTE FUNCTION money_keep('A change that counts in metrics cannot be deleted');

CREATE TRIGGER subscription_changes_whole BEFORE TRUNCATE ON subscription_changes FOR EACH STATEMENT EXECUTE FUNCTION money_keep('Recorded changes of subscriptions cannot be deleted');

CREATE TRIGGER users_address BEFORE INSERT OR UPDATE OF email, email_verified_at ON users FOR EACH ROW EXECUTE FUNCTION users_address();
