import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { type TestUser, world } from '../../test/world.ts'
import type { Tx } from './context.ts'

/** The number of statements that a transaction sends for some work. */
async function statementsOf(
  { ctx }: TestUser,
  work: (tx: Tx) => Promise<unknown>,
): Promise<number> {
  const spy = vi.spyOn(Client.prototype, 'query')
  let first = 0
  await ctx.transaction(async (tx) => {
    tx.unaudited('counts statements')
    await tx.db.selectFrom('accounts').select('id').execute()
    first = spy.mock.calls.length
    const connection = spy.mock.contexts[first - 1]
    await work(tx)
    const sent = spy.mock.contexts.slice(first).filter((one) => one === connection)
    first = sent.length
  })
  spy.mockRestore()
  return first
}

const emit = (tx: Tx) => tx.emit('api_key.deleted', { id: tx.account.id, name: 'Key' })

test('an event that no webhook subscribes to needs one statement', async () => {
  const { owner } = await world()
  expect(await statementsOf(owner, emit)).toBe(1)
  const hook = { url: 'https://example.com/hooks', event_types: ['user.created'] }
  await owner.post('/webhooks', hook)
  expect(await statementsOf(owner, emit)).toBe(1)
  await owner.post('/webhooks', { url: 'https://example.com/all' })
  expect(await statementsOf(owner, emit)).toBeGreaterThan(1)
})

test('a webhook receives every event after its own commit', async () => {
  const { owner, platform } = await world()
  for (let round = 0; round < 10; round++) {
    const { data } = await owner.post('/webhooks', { url: `https://example.com/${round}` })
    await platform
      .system()
      .inAccount(owner.accountId)
      .transaction(async (tx) => {
        tx.unaudited('announces')
        await emit(tx)
      })
    const path = `/webhooks/deliveries?webhook_id=${data.id}&event_type=api_key.deleted`
    expect((await owner.get(path)).meta.total_count).toBe(1)
    await owner.delete(`/webhooks/${data.id}`)
  }
})
