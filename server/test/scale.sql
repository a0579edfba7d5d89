-- A large installation: 10,000 accounts, 100,000 users, 1,000,000 finished jobs, and rows for the other lists of Admin. Runs
-- on a migrated database that a server has already used.
do $$
declare
  filled text[] := array['accounts', 'users', 'user_roles', 'mails', 'job_common', 'system_logs', 'events', 'alerts', 'rate_limit_totals'];
  indexes text[];
  one text;
begin
  -- Skips foreign key checks, because the rows are consistent, and builds indexes at the end, which is much faster.
  set local session_replication_role = replica;
  select array_agg(indexdef) into indexes from pg_indexes
  where tablename = any(filled) and indexdef not like 'CREATE UNIQUE%';
  for one in select format('drop index %I.%I', schemaname, indexname) from pg_indexes
    where tablename = any(filled) and indexdef not like 'CREATE UNIQUE%' loop
    execute one;
  end loop;

  insert into accounts (id, name, subdomain, status, billing_email, tax_id, settings, created_at)
  select gen_random_uuid(),
    (array['Northern', 'Golden', 'Silent', 'Rapid', 'Humble', 'Crimson', 'Little', 'United', 'Polar', 'Ivory'])[1 + n % 10] || ' '
      || (array['Foundry', 'Bakery', 'Observatory', 'Press', 'Harbour', 'Orchard', 'Clinic', 'Railway'])[1 + n / 10 % 8] || ' ' || n,
    'tenant-' || n,
    case when n % 50 = 0 then 'suspended' when n % 100 = 1 then 'cancelled' else 'active' end,
    'billing@tenant-' || n || '.example', 'DE' || 100000000 + n,
    jsonb_build_object('timezone', 'Europe/Berlin', 'language', 'en', 'color', '#2f6fdb', 'logo', md5(n::text)),
    now() - n * interval '1 hour'
  from generate_series(1, 10000) n;

  insert into users (id, account_id, name, email, status, email_verified_at, two_factor_enabled, created_at)
  select gen_random_uuid(), a.id,
    (array['Ada', 'Grace', 'Mary', 'Emmy', 'Sofia', 'Hedy', 'Radia', 'Barbara', 'Karen', 'Lise', 'Rosalind'])[1 + (p.n + a.n) % 11] || ' '
      || (array['Lovelace', 'Hopper', 'Somerville', 'Noether', 'Lamarr', 'Perlman', 'Liskov'])[1 + (p.n * 3 + a.n) % 7] || ' ' || a.n,
    'person' || p.n || '@tenant-' || a.n || '.example',
    case when p.n = 7 and a.n % 20 = 0 then 'suspended' when p.n = 8 then 'inactive' else 'active' end,
    now(), p.n = 1, a.created_at + p.n * interval '1 minute'
  from (select id, created_at, substring(subdomain from 8)::int as n from accounts where subdomain ~ '^tenant-\d+$') a,
    generate_series(0, 9) p(n);

  insert into user_roles (account_id, user_id, role_id)
  select u.account_id, u.id, r.id
  from users u join roles r on r.account_id is null and r.name = case
    when u.email like 'person0@%' then 'owner' when u.email like 'person1@%' then 'manager' else 'member' end
  where u.email ~ '^person\d@tenant-';

  insert into mails (id, account_id, template, to_address, subject, sealed_variables, status, error, sent_at, created_at)
  select gen_random_uuid(), u.account_id, 'verify_email', u.email, 'Confirm your address, ' || u.name, ''::bytea,
    case when n % 400 = 0 then 'failed' when n % 401 = 0 then 'queued' else 'sent' end,
    case when n % 400 = 0 then 'connection refused' end, now(), now() - interval '1 hour' - n * interval '10 seconds'
  from (select *, row_number() over (order by created_at, id) as n from users) u;

  -- 950,000 completed and 50,000 failed jobs of the last day, as pg-boss stores them.
  insert into pgboss.job (name, state, data, retry_limit, retry_count, expire_seconds, dead_letter, policy, heartbeat_seconds,
    deletion_seconds, created_on, started_on, completed_on, output)
  select q.name, case when n % 20 = 0 then 'failed' else 'completed' end::pgboss.job_state,
    jsonb_build_object('name', kind, 'input', '{}'::jsonb, 'account_id', null), 3, case when n % 20 = 0 then 3 else 0 end, 60,
    q.dead_letter, q.policy, q.heartbeat_seconds, q.deletion_seconds, at, at + interval '1 second', at + interval '2 seconds',
    case when n % 20 = 0 then '{"message": "connection refused"}'::jsonb end
  from generate_series(1, 1000000) n,
    lateral (select now() - n * interval '80 milliseconds' as at,
      case when n % 10 < 7 then 'email' when n % 10 < 9 then 'webhooks' else 'services' end as queue,
      case when n % 10 < 7 then 'deliver_mail' when n % 10 < 9 then 'deliver_webhook' else 'test_worker' end as kind) j
    join pgboss.queue q on q.name = j.queue;

  insert into pgboss.job (name, data, output, source_name, source_id, source_created_on, source_retry_count, policy,
    deletion_seconds, created_on)
  select q.name, jsonb_build_object('name', 'deliver_mail', 'input', '{}'::jsonb, 'account_id', null),
    '{"message": "connection refused"}', 'email', gen_random_uuid(), now(), 3, q.policy, q.deletion_seconds,
    now() - n * interval '1 second'
  from generate_series(1, 50000) n, pgboss.queue q where q.name = 'dead_letters';

  insert into system_logs (id, level, source, message, metadata, created_at)
  select gen_random_uuid(), case when n % 1000 = 0 then 'fatal' when n % 100 = 0 then 'error' when n % 10 = 0 then 'warn' else 'info' end,
    case when n % 3 = 0 then 'worker' else 'server' end,
    (array['job failed', 'server listening', 'job queue', 'could not be read again', 'cable connection failed'])[1 + n % 5],
    jsonb_build_object('attempt', n % 4, 'job', md5(n::text), 'host', 'node-' || n % 40), now() - n * interval '1 second'
  from generate_series(1, 100000) n;

  insert into workers (id, name, token_digest, status, last_seen_at, completed_count, created_at)
  select gen_random_uuid(), 'fleet-' || n, 'scale-' || n, case when n % 50 = 0 then 'suspended' else 'active' end,
    now() - n * interval '1 second', n * 1000, now() - n * interval '1 hour'
  from generate_series(1, 1000) n;

  insert into worker_activities (id, worker_id, action, successful, performed_at)
  select gen_random_uuid(), w.id, (array['updated', 'token_rotated', 'configured', 'test_completed'])[1 + n % 4], n % 9 > 0,
    now() - n * interval '1 minute'
  from workers w, generate_series(1, 20) n where w.name like 'fleet-%';

  insert into alerts (id, source, type, name, severity, status, summary, trigger_count, details, last_triggered_at, resolved_at, created_at)
  select gen_random_uuid(), case when n % 3 = 0 then 'worker' else 'rule' end, 'jobs_waiting', 'Jobs wait ' || n,
    (array['low', 'medium', 'high', 'critical'])[1 + n % 4], case when n > 200 then 'resolved' when n % 2 = 0 then 'open' else 'acknowledged' end,
    'Jobs waiting: 412, above 300', 1, '{}', now() - n * interval '1 hour', case when n > 200 then now() - n * interval '1 hour' end,
    now() - n * interval '1 hour'
  from generate_series(1, 20000) n;

  insert into alert_activities (id, alert_id, action, performed_at)
  select gen_random_uuid(), id, 'triggered', created_at from alerts;

  insert into rate_limit_violations (id, hour, rule, scope, identifier, endpoint, tier, "limit", count, last_at)
  select gen_random_uuid(), date_trunc('hour', at), 'visitor', 'ip', '198.51.' || n % 100 || '.' || n / 100 % 250, 'GET /api/v1/users/' || n % 7,
    null, 300, n % 90, at
  from generate_series(1, 50000) n, lateral (select now() - n * interval '20 seconds' as at) t
  on conflict do nothing;

  insert into rate_limit_totals (hour, account_id, requests, throttled)
  select date_trunc('hour', now()) - h * interval '1 hour', id, 100 + h, h from accounts, generate_series(0, 719) h
  where subdomain ~ '^tenant-\d+00$';

  insert into service_checks (id, service_id, ok, latency_ms, checked_at)
  select gen_random_uuid(), id, n % 50 > 0, n % 300, now() - n * interval '1 minute'
  from services, generate_series(1, 20000) n;

  insert into admin_settings (id, name, old_value, new_value, created_at)
  select gen_random_uuid(), 'system_name', to_jsonb('Powernode ' || n), to_jsonb('Powernode ' || n - 1),
    now() - n * interval '1 minute'
  from generate_series(1, 2000) n;

  insert into events (id, account_id, type, data, created_at)
  select gen_random_uuid(), a.id, 'account.updated', '{}', now() - (row_number() over ()) * interval '5 seconds'
  from accounts a, generate_series(1, 10);

  insert into invoices (id, account_id, invoice_number, invoice_type, status, currency, subtotal_cents, tax_cents, total_cents,
    amount_paid_cents, issued_at, due_at, paid_at, voided_at, created_at)
  select gen_random_uuid(), a.id, 'INV-202501-' || row_number() over (), 'manual', s.status, 'USD', 2900, 0, 2900,
    case when s.status = 'paid' then 2900 else 0 end,
    case when s.status <> 'draft' then at end, case when s.status <> 'draft' then at + interval '30 days' end,
    case when s.status = 'paid' then at end, case when s.status = 'void' then at end, at
  from accounts a, generate_series(1, 6) n,
    lateral (select (array['paid', 'paid', 'open', 'uncollectible', 'void', 'draft'])[n] as status) s,
    lateral (select now() - n * interval '20 days' - (abs(hashtext(a.id::text)) % 100000) * interval '1 second' as at) t;

  insert into payments (id, account_id, invoice_id, gateway, amount_cents, currency, status, external_id, processed_at, created_at)
  select gen_random_uuid(), account_id, id, 'manual', 2900, 'USD', 'succeeded', 'Wire', created_at, created_at
  from invoices where status = 'paid';

  insert into credit_notes (id, account_id, invoice_id, number, reason, currency, tax_basis_points, subtotal_cents, tax_cents,
    total_cents, to_balance_cents, seller, buyer, created_at)
  select gen_random_uuid(), account_id, id, 'CN-202501-' || row_number() over (), 'goodwill', 'USD', 0, 100, 0, 100, 100, '{}', '{}',
    created_at
  from invoices where status = 'paid' and created_at > now() - interval '30 days';

  insert into credit_grants (id, account_id, currency, amount_cents, remaining_cents, source, source_id, reason, created_at)
  select gen_random_uuid(), account_id, 'USD', 100, 100, 'credit_note', id, 'Sorry', created_at from credit_notes;

  foreach one in array indexes loop
    execute one;
  end loop;
end $$;
