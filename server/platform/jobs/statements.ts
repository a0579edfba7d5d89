/** Planner settings under which an index with the order of the query is the only way, whatever the statistics say. */
const ONLY_BY_ORDER = `set enable_sort = off set enable_incremental_sort = off set enable_hashagg = off
  set enable_seqscan = off set enable_bitmapscan = off`

const IS_READY = `j.state < 'active' and not j.blocked and j.start_after <= now()`

/** The messages of pg-boss in a job whose lease expired: without a heartbeat, or after the timeout of the job. */
const HEARTBEAT_LOST = 'job heartbeat timeout'
const TIMED_OUT = 'job timed out'

/** Key of the lock that a lease of grouped jobs holds, so that two servers do not exceed a limit together. */
const GROUPS_LOCK = `hashtext('powernode job groups')`

/**
 * The statements of a worker's turn, as functions in the database. PostgreSQL prepares those of pg-boss for each call anew, and
 * with statistics from before a flood of jobs they read all jobs of a queue. Here, functions that only the order of an index
 * can serve find and lock the rows, which are then changed by their physical address.
 */
export const FUNCTIONS = `
create or replace function pgboss.lock_ready(queue text, most int) returns tid[]
language plpgsql ${ONLY_BY_ORDER} as $$ begin
  return array(select j.ctid from pgboss.job_common j where j.name = queue and ${IS_READY}
    order by j.priority desc, j.created_on limit most for update skip locked);
end $$;

create or replace function pgboss.count_ready(queue text, most int) returns int
language plpgsql ${ONLY_BY_ORDER} as $$ begin
  return (select count(*) from (select from pgboss.job_common j where j.name = queue and ${IS_READY}
    order by j.priority desc, j.created_on limit most) ready);
end $$;

-- The next jobs of a queue with groups: one of each group, then a second of each, and so on; those due first come first.
-- Reads the first jobs of each group, not all jobs of groups at their limit. Jobs without a group have no limit.
create or replace function pgboss.list_grouped(queue text, most int, group_limit int) returns tid[]
language plpgsql ${ONLY_BY_ORDER} as $$ begin
  return array(
    with recursive waiting as (
      (select coalesce(j.group_id, '') as id from pgboss.job_common j where j.name = queue and ${IS_READY}
       order by coalesce(j.group_id, '') limit 1)
      union all
      select (select coalesce(j.group_id, '') from pgboss.job_common j
        where j.name = queue and coalesce(j.group_id, '') > waiting.id and ${IS_READY}
        order by coalesce(j.group_id, '') limit 1)
      from waiting where waiting.id is not null
    ), running as materialized (
      select j.group_id as id, count(*) as jobs from pgboss.job_common j
      where j.name = queue and j.state = 'active' and j.group_id is not null group by j.group_id
    ), open as materialized (
      select waiting.id,
        case waiting.id when '' then most else least(most, group_limit - coalesce(running.jobs, 0)) end as slots
      from waiting left join running on running.id = waiting.id where waiting.id is not null
    )
    select job.place from open cross join lateral (
      select first.place, first.due, case open.id when '' then 1 else row_number() over () end as turn from (
        select j.ctid as place, j.start_after as due from pgboss.job_common j
        where j.name = queue and coalesce(j.group_id, '') = open.id and ${IS_READY}
        order by j.start_after limit greatest(open.slots, 0)
      ) first
    ) job order by job.turn, job.due limit most);
end $$;

-- Leases up to slots jobs of several queues, in proportion to their weights: the n-th job of a queue comes at n / weight,
-- less a random fraction, so that slots that become free one at a time are shared fairly too. The holder is kept in
-- group_tier, a column for options of pg-boss that Powernode does not use.
create or replace function pgboss.lease_jobs(slots int, queues text[], weights int[], group_limits int[], holder text)
returns table (id uuid, queue text, data jsonb, attempt int, seconds_waited float8)
language plpgsql set enable_seqscan = off as $$
declare
  source record;
  ready int[] := '{}';
  listed tid[];
  candidates tid[] := '{}';
  owners text[] := '{}';
  places tid[] := '{}';
begin
  for source in select * from unnest(queues, group_limits) q(name, group_limit) loop
    ready := ready || pgboss.count_ready(source.name, slots);
    continue when source.group_limit is null or ready[cardinality(ready)] = 0;
    perform pg_advisory_xact_lock(${GROUPS_LOCK});
    listed := pgboss.list_grouped(source.name, slots, source.group_limit);
    ready[cardinality(ready)] := cardinality(listed);
    candidates := candidates || listed;
    owners := owners || array_fill(source.name, array[cardinality(listed)]);
  end loop;
  for source in
    select q.name, q.group_limit, count(*)::int as share from (
      select q.name, q.group_limit from (
        select *, random() as start from unnest(queues, weights, group_limits, ready) q(name, weight, group_limit, ready)
      ) q cross join generate_series(1, q.ready) nth order by (nth - q.start) / q.weight limit slots
    ) q group by q.name, q.group_limit
  loop
    if source.group_limit is null then
      places := places || pgboss.lock_ready(source.name, source.share);
    else
      listed := (array(select c.place from unnest(candidates, owners) with ordinality c(place, owner, nth)
        where c.owner = source.name order by c.nth limit source.share));
      places := places || array(select j.ctid from pgboss.job_common j where j.ctid = any(listed) for update skip locked);
    end if;
  end loop;
  -- Written so that no partial index matches it.
  return query update pgboss.job_common j
    set state = 'active', started_on = now(), heartbeat_on = now(), group_tier = holder,
      retry_count = j.retry_count + case when j.started_on is null then 0 else 1 end
    where j.ctid = any(places) and case when j.state < 'active' then true end
    returning j.id, j.name, j.data, j.retry_count + 1,
      extract(epoch from now() - greatest(j.created_on, j.start_after))::float8;
end $$;

-- The rows of attempts that are current, or whose lease expired for one of these reasons and that have not started again.
-- Without a number it is the current attempt. Attempts of other holders are left out.
create or replace function pgboss.lock_attempts(queues text[], ids uuid[], attempts int[], holder text, expired text[])
returns tid[] language plpgsql ${ONLY_BY_ORDER} as $$ begin
  return array(select held.place from unnest(queues, ids, attempts) a(queue, id, attempt) cross join lateral (
    select j.ctid as place from pgboss.job_common j
    -- Only the primary key has this order; id = a.id would have none.
    where j.name = a.queue and j.id >= a.id and j.id <= a.id and j.retry_count = coalesce(a.attempt - 1, j.retry_count)
      and (j.group_tier = holder or j.group_tier is null or holder is null)
      and (j.state = 'active' or j.state = 'retry' and j.output->'value'->>'message' = any(expired))
    order by j.id limit 1 for update
  ) held);
end $$;

create or replace function pgboss.complete_attempts(queues text[], ids uuid[], attempts int[], holder text)
returns table (id uuid, job text, seconds float8) language plpgsql set enable_seqscan = off as $$
declare places tid[] := pgboss.lock_attempts(queues, ids, attempts, holder, '{${HEARTBEAT_LOST},${TIMED_OUT}}');
begin
  return query update pgboss.job_common j set state = 'completed', completed_on = now(), output = null
    where j.ctid = any(places)
    returning j.id, j.data->>'name', extract(epoch from now() - j.started_on)::float8;
end $$;

-- An expired attempt of a group continues only if the group has a free slot.
create or replace function pgboss.extend_attempts(queues text[], ids uuid[], attempts int[], holder text, group_limits int[])
returns setof uuid language plpgsql set enable_seqscan = off as $$
declare places tid[] := pgboss.lock_attempts(queues, ids, attempts, holder, '{${HEARTBEAT_LOST}}');
begin
  if exists (select from pgboss.job_common j
    where j.ctid = any(places) and j.group_id is not null and case j.state when 'retry' then true end) then
    perform pg_advisory_xact_lock(${GROUPS_LOCK});
    places := array(
      select held.place from (
        select j.ctid as place, j.state, j.name, j.group_id, a.group_limit,
          row_number() over (partition by j.state, j.name, j.group_id order by j.id) as nth
        from unnest(ids, group_limits) a(id, group_limit) join pgboss.job_common j on j.id = a.id
        where j.ctid = any(places)
      ) held
      where held.state = 'active' or held.group_id is null or held.group_limit is null
        or held.nth <= held.group_limit - (select count(*) from pgboss.job_common j
          where j.name = held.name and j.group_id = held.group_id and j.state = 'active'));
  end if;
  return query update pgboss.job_common j set state = 'active', heartbeat_on = now(),
      started_on = case j.state when 'retry' then now() else j.started_on end,
      output = case j.state when 'retry' then null else j.output end
    where j.ctid = any(places) returning j.id;
end $$;

-- Returns running jobs to their queues for so many seconds; the attempt does not count.
create or replace function pgboss.release_attempts(queues text[], ids uuid[], attempts int[], holder text, seconds float8)
returns setof uuid language plpgsql set enable_seqscan = off as $$
declare places tid[] := pgboss.lock_attempts(queues, ids, attempts, holder, '{}');
begin
  return query update pgboss.job_common j set state = 'retry', retry_limit = j.retry_limit + 1, output = null,
      start_after = now() + make_interval(secs => seconds)
    where j.ctid = any(places) returning j.id;
end $$;

create or replace function pgboss.list_attempts(queues text[], ids uuid[], attempts int[], holder text)
returns table (id uuid, seconds float8) language plpgsql set enable_seqscan = off as $$
declare places tid[] := pgboss.lock_attempts(queues, ids, attempts, holder, '{}');
begin
  return query select j.id, extract(epoch from now() - j.started_on)::float8 from pgboss.job_common j
    where j.ctid = any(places);
end $$;

-- Lets attempts fail without further ones, which pg-boss supports only in its own workers.
create or replace function pgboss.forbid_retries(queues text[], ids uuid[], attempts int[], holder text)
returns void language plpgsql set enable_seqscan = off as $$
declare places tid[] := pgboss.lock_attempts(queues, ids, attempts, holder, '{}');
begin
  update pgboss.job_common j set retry_limit = j.retry_count where j.ctid = any(places);
end $$;
`
