import pg from 'pg'
import { withDatabase } from '../databases.ts'
import type { Installation } from '../installation.ts'
import { type Measurement, measureAlternately } from '../measurement.ts'
import { openReceivers, type Receivers } from '../receivers.ts'
import { EVENTS, openWebhooks, RECEIVERS, untilNone } from '../webhooks.ts'
import { startPeer } from './peers.ts'

const ROUNDS = 5

const SEED_SQL = `
  with new_events as (
    insert into events (id, type, data, created_at)
    select gen_random_uuid(), 'account.updated',
      jsonb_build_object('id', gen_random_uuid(), 'changes', '["name"]'::jsonb), now()
    from generate_series(1, $1::int) returning id
  ), new_deliveries as (
    insert into deliveries (id, webhook_id, event_id)
    select gen_random_uuid(), w.id, e.id from new_events e, webhooks w returning id
  )
  select graphile_worker.add_jobs(array_agg(
    ('deliver', json_build_object('id', id), null, null, null, null, null, null)::graphile_worker.job_spec))
  from new_deliveries`

/** Deliveries to ten receivers on loopback, beside a short sender on graphile-worker. */
export function webhooks(installation: Installation): Promise<Measurement> {
  return withDatabase(installation.databaseUrl, async (databaseUrl) => {
    const receivers = await openReceivers(RECEIVERS)
    const worker = await startPeer('graphile_webhooks.mjs', { databaseUrl })
    const ours = await openWebhooks(installation, receivers)
    const theirs = await openSender(databaseUrl, receivers)
    try {
      await ours.deliver()
      await theirs.deliver()
      const result = await measureAlternately(ROUNDS, ours.deliver, theirs.deliver)
      const name = 'webhook deliveries: on graphile-worker'
      return { name, unit: 'del/s', ...result, target: 1500, absolute: true }
    } finally {
      await ours.close()
      await theirs.close()
      worker.stop()
      receivers.close()
    }
  })
}

async function openSender(databaseUrl: string, receivers: Receivers) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const secrets = receivers.urls.map((_, id) => `whsec_${Buffer.alloc(32, id).toString('base64')}`)
  await client.query(
    `insert into webhooks (id, url, secret)
     select n - 1, url, secret from unnest($1::text[], $2::text[]) with ordinality as w (url, secret, n)`,
    [receivers.urls, secrets],
  )
  return {
    async deliver() {
      receivers.reset()
      await client.query(SEED_SQL, [EVENTS])
      await untilNone(
        client,
        'select from deliveries where http_status is distinct from 204 limit 1',
      )
      const seconds = receivers.seconds()
      receivers.verify(EVENTS * RECEIVERS, secrets)
      return (EVENTS * RECEIVERS) / seconds
    },
    close: () => client.end(),
  }
}
