import { expect, test } from 'vitest'
import { issueInvoice, marketplace } from '../../test/arrange.ts'
import { differencesOf } from '../../test/paying.ts'
import { setClock } from '../../test/subscribing.ts'

type Here = Awaited<ReturnType<typeof marketplace>>

const lines = (unit_amount_cents: number) => ({
  lines: [{ description: 'Setup', quantity: 1, unit_amount_cents }],
})

/** An account on March 10, 2025, whose users stay signed in until today. */
async function inMarch() {
  const here = await marketplace()
  setClock('2025-03-10')
  const balance = async () => (await here.owner.get('/billing')).data.credit_balance_cents
  const sweep = async () => (await here.worker.post('/internal/billing/sweep_balances')).data
  const credit = async (id: string) => {
    const { data } = await here.owner.get('/credit_grants')
    return data.find((one: { id: string }) => one.id === id)
  }
  return { ...here, balance, sweep, credit }
}

const titlesOf = async ({ owner }: Pick<Here, 'owner'>) =>
  (await owner.get('/notifications')).data.map(({ title }: { title: string }) => title)

test('an account learns of credit, is reminded two weeks before it expires, and loses only what it did not use', async () => {
  const here = await inMarch()
  const { owner, admin, grant, balance, sweep, credit } = here
  const { data } = await grant(5000, { expires_at: '2025-05-01T00:00:00Z' })
  expect(data).toMatchObject({ expires_at: '2025-05-01T00:00:00.000Z', expired_cents: 0 })
  expect(await titlesOf(here)).toContain('You were given 50.00 USD of credit')
  await issueInvoice(admin, owner, lines(1200))

  setClock('2025-04-16')
  await sweep()
  expect(await titlesOf(here)).not.toContain('38.00 USD of credit expires on 2025-05-01')
  setClock('2025-04-18')
  await sweep()
  await sweep()
  const titles = await titlesOf(here)
  expect(titles.filter((one: string) => one.includes('expires on 2025-05-01'))).toHaveLength(1)

  setClock('2025-05-01')
  expect(await balance()).toBe(0)
  await sweep()
  await sweep()
  expect(await credit(data.id)).toMatchObject({ remaining_cents: 0, expired_cents: 3800 })
  expect(await differencesOf(owner)).toEqual([])
  const { data: entries } = await owner.get('/audit_logs?action=credit_grant.expired')
  expect(entries).toMatchObject([{ new_values: { amount_cents: 3800, currency: 'USD' } }])
  const { data: history } = await owner.get('/billing/history?type=credit_expired')
  expect(history).toMatchObject([{ amount_cents: 3800, description: 'Sorry' }])
})

test('credit that expires is used first, and none that has expired', async () => {
  const { owner, admin, grant, credit } = await inMarch()
  const lasting = (await grant(1000)).data
  const late = (await grant(1000, { expires_at: '2025-06-01T00:00:00Z' })).data
  const soon = (await grant(1000, { expires_at: '2025-04-01T00:00:00Z' })).data
  await issueInvoice(admin, owner, lines(1500))
  expect(await credit(soon.id)).toMatchObject({ remaining_cents: 0 })
  expect(await credit(late.id)).toMatchObject({ remaining_cents: 500 })
  expect(await credit(lasting.id)).toMatchObject({ remaining_cents: 1000 })
  const usable = async (query: string) =>
    (await owner.get(`/credit_grants?is_usable=${query}`)).data.map(({ id }: { id: string }) => id)
  expect(await usable('true')).toEqual([late.id, lasting.id])
  expect(await usable('false')).toEqual([soon.id])

  setClock('2025-06-02')
  const invoice = await issueInvoice(admin, owner, lines(2000))
  expect(invoice).toMatchObject({ credit_applied_cents: 1000, amount_due_cents: 1000 })
})

test('credit that a void invoice returns after its time can be used for a month more, then expires again', async () => {
  const { owner, admin, grant, act, balance, sweep, credit } = await inMarch()
  const { data } = await grant(1000, { expires_at: '2025-03-20T00:00:00Z' })
  const invoice = await issueInvoice(admin, owner, lines(2900))
  setClock('2025-03-25')
  await sweep()
  await act('void', invoice)
  expect(await balance()).toBe(1000)
  expect((await credit(data.id)).expires_at).toBe('2025-04-24T12:00:00.000Z')
  await issueInvoice(admin, owner, lines(400))
  setClock('2025-04-25')
  await sweep()
  expect(await credit(data.id)).toMatchObject({ remaining_cents: 0, expired_cents: 600 })
  expect(await differencesOf(owner)).toEqual([])
})

test('sweeps at once expire credit once', async () => {
  const { owner, grant, sweep, credit } = await inMarch()
  const { data } = await grant(1000, { expires_at: '2025-03-11T00:00:00Z' })
  setClock('2025-03-12')
  await Promise.all([sweep(), sweep(), sweep()])
  await sweep()
  expect(await credit(data.id)).toMatchObject({ remaining_cents: 0, expired_cents: 1000 })
  expect(await differencesOf(owner)).toEqual([])
})

test('credit cannot expire in the past', async () => {
  const { grant } = await inMarch()
  const { errors } = await grant(100, { expires_at: '2025-03-10T12:00:00Z' })
  expect(errors).toEqual({ expires_at: ['must be in the future'] })
  expect((await grant(100, { expires_at: 'soon' })).errors).toHaveProperty('expires_at')
})

test('a balance that no invoice takes over in 90 days is written off', async () => {
  const { owner, admin, worker, sweep } = await inMarch()
  const small = await issueInvoice(admin, owner, lines(40))
  const other = await inMarch()
  const taken = await issueInvoice(other.admin, other.owner, lines(40))
  const next = await issueInvoice(other.admin, other.owner, lines(1000))
  const read = async (id: string) => (await worker.get(`/invoices/${id}`)).data
  setClock('2025-06-08T11:59:00Z')
  await sweep()
  expect(await read(small.id)).toMatchObject({ carried_cents: 40, balance_written_off_at: null })
  setClock('2025-06-08T12:00:00Z')
  await sweep()
  await sweep()
  expect((await read(small.id)).balance_written_off_at).toBe('2025-06-08T12:00:00.000Z')
  expect((await read(taken.id)).balance_written_off_at).toBeNull()
  expect(await read(next.id)).toMatchObject({ total_cents: 1040 })
  expect(await issueInvoice(admin, owner, lines(1000))).toMatchObject({ total_cents: 1000 })
  expect(await differencesOf(owner)).toEqual([])
  expect(await differencesOf(other.owner)).toEqual([])
})
