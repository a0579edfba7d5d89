import { afterAll, beforeAll, expect, test } from 'vitest'
import { mounted, sendToMounted } from '../../test/mounted.ts'
import { world } from '../../test/world.ts'
import { isInAccount } from '../db/context.ts'
import { resource } from './resource.ts'
import { Shape, Text } from './shapes.ts'

const shared = resource('/test_invoices', 'Read by users and workers', (r) => {
  const of = Shape('TestInvoice', { seen: Text(100, { description: 'By whom' }) })
  const spec = { of, can: 'webhooks.read', summary: 'Read' } as const
  r.get('/', { ...spec, worker: 'system.webhooks.deliver' }, ({ ctx }) => ({
    seen: isInAccount(ctx) ? ctx.account.id : 'a worker',
  }))
  r.get('/own', spec, ({ ctx }) => ({ seen: ctx.account.id }))
})

let here: Awaited<ReturnType<typeof world>>
let server: Awaited<ReturnType<typeof mounted>>
beforeAll(async () => {
  here = await world()
  server = await mounted(here.platform, shared)
})
afterAll(() => server.app.close())

const WORKER = 'swt_test-worker'
const ask = (token: string, path = '') =>
  sendToMounted(server.open('GET', `/test_invoices${path}`, { authorization: `Bearer ${token}` }))

test('a shared path requires a separate permission for each kind of token', async () => {
  const { owner, join, keyOf } = here
  const nobody = await join()
  const key = await keyOf(owner, ['webhooks.read'])
  const unscoped = await keyOf(owner, ['users.read'])
  expect((await ask(owner.accessToken)).body.data).toEqual({ seen: owner.accountId })
  expect((await ask(key.value)).body.data).toEqual({ seen: owner.accountId })
  expect((await ask(WORKER)).body.data).toEqual({ seen: 'a worker' })
  expect((await ask(unscoped.value)).body.code).toBe('scope_insufficient')
  const refused = await ask(nobody.accessToken)
  expect([refused.status, refused.body.details.permission]).toEqual([403, 'webhooks.read'])
  expect((await ask('broken')).status).toBe(401)
})

test('a path without a worker permission refuses workers', async () => {
  expect((await ask(WORKER, '/own')).status).toBe(403)
})

test('a shared path is in both documents, each with its own permission', () => {
  const { public: open, internal } = server.app.documents()
  const securityIn = ({ paths }: typeof open) => paths['/api/v1/test_invoices']?.get?.security
  expect(securityIn(open)).toEqual([{ bearer: ['webhooks.read'] }, { api_key: ['webhooks.read'] }])
  expect(securityIn(internal)).toEqual([{ bearer: ['system.webhooks.deliver'] }])
  expect(internal.paths).not.toHaveProperty('/api/v1/test_invoices/own')
})
