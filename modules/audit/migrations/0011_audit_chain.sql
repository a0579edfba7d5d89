-- The audit trail becomes a chain (docs/decisions/0008-audit-chain.md) that can be searched and exported.
alter table audit_logs
  drop constraint audit_logs_account_id_fkey, -- deleting an account must not change its own trail
  drop constraint audit_logs_source_check,
  add constraint audit_logs_source_check check (source in (
    'web', 'api', 'system', 'worker', 'webhook', 'admin_panel', 'mobile_app', 'integration', 'automation',
    'scheduler', 'security_system', 'compliance_system')),
  add column row_mac bytea,
  add column sequence_number bigint,
  add column integrity_hash bytea,
  add constraint audit_logs_sealed_check check ((sequence_number is null) = (integrity_hash is null));
create unique index audit_logs_sequence on audit_logs (account_id, sequence_number) nulls not distinct
  where sequence_number is not null;
-- In the order of sealing: entries from before the chain come first.
create index audit_logs_unsealed on audit_logs (account_id, (row_mac is not null), created_at, id)
  where sequence_number is null;
create index audit_logs_ip on audit_logs (account_id, ip_address, created_at desc);
create index audit_logs_risky on audit_logs (account_id, created_at desc) where risk_level in ('high', 'critical');

-- The head of each chain, every thousandth entry, where a cleaned-up chain begins (base), and how many of its first
-- entries were written before the chain existed (adopted). account_id is null for entries without an account.
create table audit_checkpoints (
  id uuid primary key,
  account_id uuid,
  kind text not null check (kind in ('head', 'milestone', 'base', 'adopted')),
  sequence_number bigint not null,
  integrity_hash bytea not null,
  signature bytea not null,
  created_at timestamptz not null default now()
);
create unique index audit_checkpoints_one on audit_checkpoints (account_id, kind, sequence_number) nulls not distinct;
create unique index audit_checkpoints_single on audit_checkpoints (account_id, kind) nulls not distinct
  where kind <> 'milestone';

create function audit_logs_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'audit_logs is append-only' using errcode = 'restrict_violation';
end $$;

-- The only allowed change is sealing: it sets the two columns of the chain, once.
create trigger audit_logs_update before update on audit_logs for each row
  when (old.sequence_number is not null or new.sequence_number is null or
    (new.id, new.account_id, new.user_id, new.impersonator_id, new.action, new.resource_type, new.resource_id, new.source,
      new.status, new.severity, new.risk_level, new.message, new.ip_address, new.user_agent, new.request_id,
      new.old_values, new.new_values, new.metadata, new.created_at, new.row_mac) is distinct from
    (old.id, old.account_id, old.user_id, old.impersonator_id, old.action, old.resource_type, old.resource_id, old.source,
      old.status, old.severity, old.risk_level, old.message, old.ip_address, old.user_agent, old.request_id,
      old.old_values, old.new_values, old.metadata, old.created_at, old.row_mac))
  execute function audit_logs_refuse();
create trigger audit_logs_truncate before truncate on audit_logs execute function audit_logs_refuse();

-- Only the clean-up may delete entries; it stores a base checkpoint at or after the last one.
create function audit_logs_keep() returns trigger language plpgsql as $$
begin
  if exists (
    select from audit_checkpoints where kind = 'base' and sequence_number >= old.sequence_number
      and (account_id = old.account_id or (account_id is null and old.account_id is null))
  ) then
    return old;
  end if;
  raise exception 'audit_logs is append-only' using errcode = 'restrict_violation';
end $$;
create trigger audit_logs_delete before delete on audit_logs for each row execute function audit_logs_keep();

-- The text of the full-text search. Separators become spaces, so that the parts of `user.login_failed`, of an
-- address or of an id are separate words.
create function audit_words(
  action text, message text, resource_id text, ip_address text, request_id text,
  old_values jsonb, new_values jsonb, metadata jsonb
) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple', translate(
    action || ' ' || message || ' ' || coalesce(resource_id, '') || ' ' || coalesce(ip_address, '') || ' '
      || coalesce(request_id, '') || ' ' || left(old_values::text, 10000) || ' ' || left(new_values::text, 10000)
      || ' ' || left(metadata::text, 10000),
    '._/:@-', '      '))
$$;
create index audit_logs_words on audit_logs using gin (
  audit_words(action, message, resource_id, ip_address, request_id, old_values, new_values, metadata));

-- Words, "phrases", OR and - as in a web search; the last word may be a prefix.
create function audit_query(words text) returns tsquery language sql immutable parallel safe as $$
  select case when query::text like '%''' then (query::text || ':*')::tsquery else query end
  from (select websearch_to_tsquery('simple', words)) as asked (query)
$$;

create table audit_exports (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  user_id uuid not null references users on delete cascade,
  format text not null check (format in ('csv', 'json')),
  filters jsonb not null default '{}',
  status text not null default 'pending' check (status in ('pending', 'processing', 'completed', 'failed')),
  error text,
  total_count integer,
  row_count integer not null default 0,
  part_count integer not null default 0,
  size_bytes bigint not null default 0,
  crc bigint not null default 0,
  cursor_at timestamptz,
  cursor_id uuid,
  created_at timestamptz not null default now(),
  completed_at timestamptz,
  expires_at timestamptz not null
);
create index audit_exports_account on audit_exports (account_id, created_at desc, id desc);
create index audit_exports_user on audit_exports (user_id);
create index audit_exports_expires on audit_exports (expires_at);

-- Parts of one deflate stream. size_bytes and crc above are those of the uncompressed text.
create table audit_export_parts (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  export_id uuid not null references audit_exports on delete cascade,
  part integer not null,
  content bytea not null
);
create unique index audit_export_parts_one on audit_export_parts (export_id, part);
create index audit_export_parts_account on audit_export_parts (account_id);
