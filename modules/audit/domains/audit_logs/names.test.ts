import type { AuditedAction } from '@powernode/server/platform/db/context.ts'
import { sentQuery } from '@powernode/server/test/queries.ts'
import { world } from '@powernode/server/test/world.ts'
import pg from 'pg'
import { expect, test, vi } from 'vitest'

type Entry = { action: string; resource_id: string; resource_name: string | null }

test('entries have the current name of their resource, or the last one if it was deleted', async () => {
  const { owner, member } = await world()
  const person = await member()
  const hook = await owner.post('/webhooks', { url: 'https://one.example.com/hooks' })
  const gone = await owner.post('/webhooks', { url: 'https://gone.example.com/hooks' })
  const role = await owner.post('/roles', { name: 'night_shift', permissions: ['users.read'] })
  await owner.patch(`/webhooks/${hook.data.id}`, { url: 'https://two.example.com/hooks' })
  await owner.patch(`/webhooks/${gone.data.id}`, { description: 'Soon gone' })
  await owner.delete(`/webhooks/${gone.data.id}`)
  await owner.delete(`/roles/${role.data.id}`)
  await owner.patch(`/users/${person.id}`, { name: 'Grace Hopper' })
  const { data } = await owner.get('/audit_logs?per_page=100')
  const namesOf = (id: string) => [
    ...new Set(
      data.filter((entry: Entry) => entry.resource_id === id).map((e: Entry) => e.resource_name),
    ),
  ]
  expect(namesOf(hook.data.id)).toEqual(['https://two.example.com/hooks'])
  expect(namesOf(gone.data.id)).toEqual(['https://gone.example.com/hooks'])
  const existing = (id: string) =>
    data.find((entry: Entry) => entry.resource_id === id).resource_exists
  expect([existing(hook.data.id), existing(gone.data.id)]).toEqual([true, false])
  expect(namesOf(role.data.id)).toEqual(['Night shift'])
  expect(namesOf(person.id)).toEqual(['Grace Hopper'])
  const [first] = data
  expect((await owner.get(`/audit_logs/${first.id}`)).data.resource_name).toBe(first.resource_name)
})

test('entries have no names of other accounts', async () => {
  const { owner, stranger } = await world()
  const outsider = await stranger()
  const theirs = await outsider.post('/webhooks', { url: 'https://theirs.example.com/hooks' })
  const foreign: [AuditedAction, string][] = [
    ['user.updated', outsider.id],
    ['webhook.tested', theirs.data.id],
    ['account.updated', outsider.accountId],
  ]
  for (const [action, id] of foreign) await owner.ctx.transaction((tx) => tx.audit(action, id))
  for (const [action, id] of foreign) {
    const { data } = await owner.get(`/audit_logs?action=${action}&resource_id=${id}`)
    expect(data).toMatchObject([{ action, resource_name: null }])
  }
})

test('the actor is a user, an API key or a worker by name, or the system', async () => {
  const { owner, worker, platform, member } = await world()
  const key = await owner.post('/api_keys', {
    name: 'Deploys',
    scopes: ['users.read', 'users.update'],
  })
  const person = await member()
  const { data: created } = await owner.get('/audit_logs?action=api_key.created')
  expect(created[0].actor).toEqual({ type: 'user', id: owner.id, name: 'Olive Owner' })
  await platform
    .system()
    .inAccount(owner.accountId)
    .transaction((tx) => tx.audit('webhook.disabled', null))
  const { data: disabled } = await owner.get('/audit_logs?action=webhook.disabled')
  expect(disabled[0].actor).toEqual({ type: 'system', id: null, name: null })
  await worker.post('/audit_logs', { action: 'report.sent', account_id: owner.accountId })
  const { data: sent } = await owner.get('/audit_logs?action=report.sent')
  expect(sent[0].actor).toMatchObject({ type: 'worker', name: expect.stringMatching(/./) })
  await owner.ctx.transaction((tx) =>
    tx.audit('user.updated', person.id, { metadata: { api_key_id: key.data.id } }),
  )
  const { data: updated } = await owner.get('/audit_logs?action=user.updated')
  expect(updated[0].actor).toMatchObject({ type: 'api_key', name: 'Deploys' })
})

test('a page of entries of many kinds is named with one query', async () => {
  const { owner, member } = await world()
  for (let n = 0; n < 3; n++) await member()
  await owner.post('/webhooks', { url: 'https://example.com/hooks' })
  await owner.post('/roles', { name: 'custom', permissions: ['users.read'] })
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const { data } = await owner.get('/audit_logs?per_page=100')
  const naming = sent.mock.calls.map(sentQuery).filter(({ text }) => text.includes('as wanted'))
  sent.mockRestore()
  expect(new Set(data.map((entry: Entry) => entry.action)).size).toBeGreaterThan(3)
  expect(naming).toHaveLength(1)
})

test('a failed sign-in is not attributed to the user whose password was guessed', async () => {
  const { owner, visitor } = await world()
  await visitor.post('/auth/login', { email: owner.email, password: 'Wrong-Horse-7-Battery' })
  const { data } = await owner.get('/audit_logs?action=user.login_failed')
  const [entry] = data
  expect(entry.actor).toEqual({ type: 'visitor', id: null, name: null })
  expect([entry.user.id, entry.resource_name]).toEqual([owner.id, 'Olive Owner'])
})
