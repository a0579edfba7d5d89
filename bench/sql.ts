/** What the server sends to PostgreSQL for `GET /api/v1/users?per_page=20`, copied from Kysely's log. */
export const PAGE_SQL = `
  select "users"."id", "users"."name", "users"."email", "users"."status", "users"."last_login_at",
    "users"."two_factor_enabled", "users"."created_at", "users"."updated_at",
    "users"."email_verified_at" is not null as "email_verified",
    coalesce(users.locked_until > $1, false) as "locked",
    array(
      select r.name from user_roles ur join roles r on r.id = ur.role_id
      where ur.user_id = users.id order by r.name) as "roles",
    json_build_array("users"."created_at"::text, "users"."id"::text) as "cursor"
  from "users" where "users"."account_id" = $2
  order by "users"."created_at" desc, "users"."id" desc limit 21`

export const COUNT_SQL = `
  select count(*) as total from (
    (select 1 as "row" from "users" where "users"."account_id" = $1) limit 10001) counted`

export const SEED_USERS_SQL = `
  with new_users as (
    insert into users (id, account_id, name, email, email_verified_at, created_at)
    select gen_random_uuid(), $1, 'Person ' || n, 'person' || n || '@example.com', now(),
      now() - n * interval '1 minute'
    from generate_series($2::int, $3::int) n
    returning id, account_id
  )
  insert into user_roles (account_id, user_id, role_id)
  select new_users.account_id, new_users.id, roles.id
  from new_users, roles where roles.name = 'member' and roles.account_id is null`

/** Members of the account of $1, with the same password. */
export const SEED_PEOPLE_SQL = `
  with new_users as (
    insert into users (id, account_id, name, email, email_verified_at, password_digest)
    select gen_random_uuid(), account_id, 'Visitor ' || n, 'visitor' || n || '@example.com', now(), password_digest
    from users, generate_series(1, $2::int) n where email = $1
    returning id, account_id, email
  ), new_roles as (
    insert into user_roles (account_id, user_id, role_id)
    select new_users.account_id, new_users.id, roles.id
    from new_users, roles where roles.name = 'member' and roles.account_id is null
  )
  select email from new_users`

/** A few jobs of a quiet day. */
export const SEED_ENDED_JOBS_SQL = `
  insert into pgboss.job (name, data, state, started_on, completed_on)
  select 'maintenance', '{"name":"clean_up_expired","input":{},"account_id":null}', 'completed', now(), now()
  from generate_series(1, 50)`

/** Like `boss.insert`: the queue provides the defaults of a job. They are due together, after time to analyze the table. */
export const SEED_JOBS_SQL = `
  insert into pgboss.job (name, data, retry_limit, expire_seconds, retry_delay, retry_backoff,
    retry_delay_max, policy, dead_letter, heartbeat_seconds, deletion_seconds, keep_until, start_after)
  select q.name, '{"name":"test_worker","input":{},"account_id":null}', 3, 30, q.retry_delay,
    q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds,
    q.deletion_seconds, now() + interval '14 days', now() + interval '5 seconds'
  from pgboss.queue q, generate_series(1, $1::int) where q.name = 'services'`

/** Events of the account, one delivery per event and webhook, and their jobs. */
export const SEED_DELIVERIES_SQL = `
  with new_events as (
    insert into events (id, account_id, type, data)
    select gen_random_uuid(), $1, 'account.updated', jsonb_build_object('id', $1::uuid, 'changes', '["name"]'::jsonb)
    from generate_series(1, $2::int) returning id
  ), deliveries as (
    insert into webhook_deliveries (id, account_id, webhook_id, event_id, event_type, max_attempts)
    select gen_random_uuid(), $1, w.id, new_events.id, 'account.updated', 10
    from new_events, webhooks w where w.account_id = $1
    returning id, webhook_id
  )
  insert into pgboss.job (name, data, group_id, retry_limit, expire_seconds, retry_delay, retry_backoff,
    retry_delay_max, policy, dead_letter, heartbeat_seconds, deletion_seconds, keep_until)
  select q.name, jsonb_build_object('name', 'deliver_webhook', 'account_id', $1::uuid, 'input',
      jsonb_build_object('webhook_id', d.webhook_id, 'delivery_id', d.id, 'turn', 1)),
    d.webhook_id::text, 3, 330, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter,
    q.heartbeat_seconds, q.deletion_seconds, now() + interval '14 days'
  from pgboss.queue q, deliveries d where q.name = 'webhooks'`
