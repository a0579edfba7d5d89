import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { world } from '../../test/world.ts'
import type { Tx } from './context.ts'

test('two deadlocked transactions both commit exactly once', async () => {
  const { owner, member } = await world()
  const [one, two] = [await member(), await member()]
  let both = 2
  const { promise: met, resolve } = Promise.withResolvers<void>()
  const rename = (first: string, second: string, name: string) =>
    owner.ctx.transaction(async (tx) => {
      const set = (id: string) => tx.own('users').update({ name }).where('id', '=', id).execute()
      await set(first)
      if (--both === 0) resolve()
      await met
      await set(second)
      await tx.audit('user.updated', first, { new: { name } })
    })
  await Promise.all([rename(one.id, two.id, 'One'), rename(two.id, one.id, 'Two')])
  const { data } = await owner.get('/audit_logs?action=user.updated')
  expect(data.map((row: { new_values: object }) => row.new_values)).toHaveLength(2)
  const names = [await owner.get(`/users/${one.id}`), await owner.get(`/users/${two.id}`)]
  expect(names[0]?.data.name).toBe(names[1]?.data.name)
})

describe('a transaction that changed rows', () => {
  const silent = /changed rows without tx\.audit\(\) or tx\.unaudited\(\)/

  test('is rolled back without an audit row or reason, for every kind of change', async () => {
    const { owner } = await world()
    const id = owner.id
    const ways: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) => tx.own('users').update({ name: 'Other' }).where('id', '=', id).execute(),
      (tx) => tx.acrossAccounts(EVERYWHERE).deleteFrom('users').where('id', '=', id).execute(),
      (tx) => tx.db.updateTable('accounts').set({ name: 'Other' }).where(mine(tx)).execute(),
      (tx) => tx.own('notifications').insert(notificationTo(id)).execute(),
      (tx) => sql`update users set name = 'Other' where id = ${id}`.execute(tx.db),
      (tx) =>
        tx
          .acrossAccounts(EVERYWHERE)
          .with('gone', (db) => db.deleteFrom('users').where('id', '=', id).returning('id'))
          .selectFrom('gone')
          .selectAll()
          .execute(),
    ]
    for (const change of ways) {
      await expect(owner.ctx.transaction(change)).rejects.toThrow(silent)
    }
    expect((await owner.get(`/users/${id}`)).data.name).toBe('Olive Owner')
    expect((await owner.get('/notifications')).data).toEqual([])
  })

  test('commits with an audit row from a nested context, or with a reason for none', async () => {
    const { owner } = await world()
    const rename = (tx: Tx, name: string) =>
      tx.own('users').update({ name }).where('id', '=', owner.id).execute()
    await owner.ctx.transaction(async (tx) => {
      await rename(tx, 'One')
      await tx.transaction((inner) =>
        inner.inAccount(owner.accountId).audit('user.updated', owner.id),
      )
    })
    expect((await owner.get(`/users/${owner.id}`)).data.name).toBe('One')
    await owner.ctx.transaction(async (tx) => {
      tx.unaudited('a test')
      await rename(tx, 'Two')
    })
    expect((await owner.get(`/users/${owner.id}`)).data.name).toBe('Two')
  })

  test('does not include one that only reads, locks, broadcasts, enqueues or matches no row', async () => {
    const { owner } = await world()
    await owner.ctx.transaction(async (tx) => {
      await tx.own('users').select().select('id').forUpdate().execute()
      await tx.own('users').update({ name: 'Nobody' }).where('name', '=', 'x').execute()
      await tx.broadcast(`notifications:${owner.id}`, { type: 'nothing' })
      await tx.enqueue('test_worker', {})
    })
  })
})

test('contexts outside a transaction have no writing methods', async () => {
  const { owner } = await world()
  // @ts-expect-error ctx.db reads
  const insert = owner.ctx.db.insertInto
  // @ts-expect-error ctx.own() reads
  const update = owner.ctx.own('users').update
  // @ts-expect-error ctx.acrossAccounts() reads
  const remove = owner.ctx.acrossAccounts(EVERYWHERE).deleteFrom
  expect([insert, update, remove]).toHaveLength(3)
})

const EVERYWHERE = { because: 'a test' }

function mine(tx: Tx) {
  return sql<boolean>`id = ${tx.account.id}`
}

function notificationTo(user_id: string) {
  const content = { title: 'T', message: 'M', severity: 'info', category: 'c' } as const
  return { user_id, notification_type: 'test', ...content }
}
