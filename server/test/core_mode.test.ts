import { eventTypes } from '@powernode/contract/events.ts'
import { jobNames } from '@powernode/contract/jobs.ts'
import { expect, inject, test } from 'vitest'
import { readConfig } from '../config.ts'
import { migrateOnce } from '../main.ts'
import { databaseUrl, query } from './database.ts'
import { named } from './routes.ts'
import { world } from './world.ts'

const business = /plan|subscription|payment|billing|invoice|credit|ledger/

test('contains no route, event, job, permission or channel of the business extension', async () => {
  const { platform } = await world()
  expect(named.map(({ name }) => name).filter((name) => business.test(name))).toEqual([])
  expect(eventTypes.filter((type) => business.test(type))).toEqual([])
  expect(jobNames.filter((name) => business.test(name))).toEqual([])
  expect(Object.keys(platform.composition.channels)).not.toContain('SubscriptionChannel')
  const permissions = await platform.database.selectFrom('permissions').select('name').execute()
  expect(permissions.map(({ name }) => name).filter((name) => business.test(name))).toEqual([])
  const schedules = await platform.queue.console.schedules()
  expect(schedules.map(({ job_type }) => job_type)).not.toContain('advance_subscriptions')
})

test('paths of the extension return the same 404 as unknown paths', async () => {
  const { owner, worker, visitor } = await world()
  for (const [client, path] of [
    [owner, '/plans'],
    [owner, '/subscriptions'],
    [owner, '/invoices'],
    [owner, '/billing'],
    [visitor, '/public/plans'],
    [worker, `/accounts/${owner.accountId}/subscription`],
  ] as const) {
    const answer = await client.get(path)
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  }
})

test('accounts have no limits', async () => {
  const { owner } = await world()
  for (const measure of Object.values((await owner.get('/accounts/usage')).data)) {
    expect(measure).toMatchObject({ limit: 9999, unlimited: true, available: null })
  }
})

test('an empty database is migrated to the schema of the core only', async () => {
  const server = inject('postgresUrl')
  await query(server, 'create database core_alone')
  const ran = await migrateOnce(readConfig(), databaseUrl(server, 'core_alone'))
  expect(ran[0]).toBe('0001_accounts')
  expect(ran.filter((name) => name.includes('/'))).toEqual([])
})
