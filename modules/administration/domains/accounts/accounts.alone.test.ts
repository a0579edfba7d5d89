import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { selectAdminUsers } from '../users/user.ts'
import { selectAdminAccounts } from './account.ts'

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser

beforeAll(async () => {
  here = await world()
  admin = await here.join('owner', 'admin')
})

const suspend = (account_id: string, reason?: string) =>
  admin.post('/admin_settings/suspend_account', { account_id, ...(reason && { reason }) })
const activate = (account_id: string) =>
  admin.post('/admin_settings/activate_account', { account_id })

test('accounts are found across the server by name, subdomain and status, with owner and size', async () => {
  const stranger = await here.stranger()
  await stranger.post('/users', { name: 'Two', email: `two-${stranger.id}@example.com` })
  await stranger.patch('/accounts/current', { name: 'Difference_Engines 100%' })
  const { data, meta } = await admin.get('/admin_settings/accounts?search=e_ENGINES%20100%25')
  expect(meta.total_count).toBe(1)
  expect(data[0]).toMatchObject({
    id: stranger.accountId,
    status: 'active',
    users_count: 2,
    owner: { id: stranger.id, email: stranger.email },
  })
  expect(
    (await admin.get('/admin_settings/accounts?search=e_ENGINES&status=suspended')).data,
  ).toEqual([])
  const byId = await admin.get(`/admin_settings/accounts?search=${stranger.accountId}`)
  expect(byId.data).toMatchObject([{ id: stranger.accountId }])
})

test('one account is read by id, and its usage by permission', async () => {
  const stranger = await here.stranger()
  const { data } = await admin.get(`/admin_settings/accounts/${stranger.accountId}`)
  expect(data).toMatchObject({
    id: stranger.accountId,
    status: 'active',
    users_count: 1,
    owner: { id: stranger.id },
  })
  expect((await admin.get(`/admin_settings/accounts/${stranger.id}`)).code).toBe('not_found')
  expect((await stranger.get(`/admin_settings/accounts/${stranger.accountId}`)).status).toBe(403)

  const path = `/accounts/usage?account_id=${stranger.accountId}`
  await stranger.post('/webhooks', { url: 'https://example.com/hooks' })
  expect((await admin.get(path)).data.max_webhooks.current).toBe(1)
  expect((await here.owner.get(path)).code).toBe('forbidden')
})

test('users are found across the server, with their account and roles, and without secrets', async () => {
  const stranger = await here.stranger()
  const { data } = await admin.get(`/admin_settings/users?search=${stranger.email.slice(3, 25)}`)
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({
    id: stranger.id,
    email: stranger.email,
    roles: ['owner'],
    account: { id: stranger.accountId, status: 'active' },
  })
  expect(JSON.stringify(data)).not.toMatch(/digest|secret|token/)
  const byRole = await admin.get(`/admin_settings/users?role=admin&account_id=${admin.accountId}`)
  expect(byRole.data.map((user: { id: string }) => user.id)).toEqual([admin.id])
})

test('a suspended account refuses every credential, and works again after activation', async () => {
  const stranger = await here.stranger()
  expect((await stranger.get('/auth/me')).status).toBe(200)
  const suspended = await suspend(stranger.accountId, 'Unpaid invoices')
  expect(suspended.data).toMatchObject({ id: stranger.accountId, status: 'suspended' })

  expect((await stranger.get('/auth/me')).code).toBe('account_inactive')
  const login = { email: stranger.email, password: PASSWORD }
  expect((await here.visitor.post('/auth/login', login)).code).toBe('account_inactive')
  const refresh = { refresh_token: stranger.refreshToken }
  expect((await here.visitor.post('/auth/refresh', refresh)).code).toBe('invalid_refresh_token')

  expect((await activate(stranger.accountId)).data.status).toBe('active')
  expect((await stranger.get('/auth/me')).status).toBe(200)
  expect((await here.visitor.post('/auth/login', login)).status).toBe(200)
})

test('a user of a suspended account has no access anywhere, not even through a delegation', async () => {
  const { owner } = await world()
  const stranger = await here.stranger()
  const delegation = { email: stranger.email, permissions: ['users.read'] }
  await owner.post('/accounts/current/delegations', delegation)
  const { data } = await stranger.post('/accounts/switch', { account_id: owner.accountId })
  const guest = here.as(data.access_token)
  expect((await guest.get('/users')).status).toBe(200)
  await suspend(stranger.accountId)
  expect((await guest.get('/users')).code).toBe('account_inactive')
  const refresh = { refresh_token: data.refresh_token }
  expect((await here.visitor.post('/auth/refresh', refresh)).status).toBe(401)
  await activate(stranger.accountId)
})

test('owners are notified of the reason, with one event and one audit log entry', async () => {
  const stranger = await here.stranger()
  await suspend(stranger.accountId, 'Unpaid invoices')
  const [mail] = await here.mailsTo(stranger.email)
  expect(mail).toMatchObject({
    template: 'account_suspended',
    variables: { reason: 'Unpaid invoices', account_name: 'Test Company' },
  })
  const entries = await stranger.ctx
    .own('audit_logs')
    .select()
    .select(['user_id', 'metadata', 'severity'])
    .where('action', '=', 'account.suspended')
    .execute()
  expect(entries).toEqual([
    { user_id: admin.id, metadata: { reason: 'Unpaid invoices' }, severity: 'high' },
  ])
  const events = await stranger.ctx
    .own('events')
    .select()
    .select(['data'])
    .where('type', '=', 'account.suspended')
    .execute()
  expect(events).toEqual([{ data: { id: stranger.accountId, reason: 'Unpaid invoices' } }])
  await activate(stranger.accountId)
  expect((await here.mailsTo(stranger.email))[0]?.template).toBe('account_activated')
})

test('webhook deliveries of a suspended account wait, and are sent after activation', async () => {
  const stranger = await here.stranger()
  await stranger.post('/webhooks', { url: 'https://example.com/hooks' })
  await stranger.patch('/accounts/current', { name: 'Announced' })
  const read = () =>
    stranger.ctx
      .own('webhook_deliveries')
      .select()
      .select(['id', 'turn', 'status'])
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
  const prepare = async () => {
    const { id, turn } = await read()
    const body = { deliveries: [{ delivery_id: id, turn }] }
    const { data } = await here.worker.post('/internal/webhook_deliveries/prepare', body)
    return data.requests[0]
  }
  const first = await read()
  await suspend(stranger.accountId)
  expect(await prepare()).toBeNull()
  expect(await read()).toEqual(first)
  await activate(stranger.accountId)
  expect((await read()).turn).toBe(first.turn + 1)
  expect(await prepare()).toMatchObject({ url: 'https://example.com/hooks' })
})

test('refuses the caller’s own account, an unknown one and a repeated suspension; of two concurrent ones, one succeeds', async () => {
  const stranger = await here.stranger()
  expect((await suspend(admin.accountId)).code).toBe('conflict')
  expect((await suspend(crypto.randomUUID())).status).toBe(404)
  expect((await activate(crypto.randomUUID())).status).toBe(404)
  expect((await activate(stranger.accountId)).code).toBe('invalid_transition')
  const both = await Promise.all([suspend(stranger.accountId), suspend(stranger.accountId)])
  expect(both.map((response) => response.status).sort()).toEqual([200, 409])
  expect((await suspend(stranger.accountId)).code).toBe('invalid_transition')
})

test('metrics count accounts and users', async () => {
  const before = (await admin.get('/admin_settings/metrics')).data
  const stranger = await here.stranger()
  await suspend(stranger.accountId)
  const after = (await admin.get('/admin_settings/metrics')).data
  expect(after.total_accounts - before.total_accounts).toBe(1)
  expect(after.suspended_accounts - before.suspended_accounts).toBe(1)
  expect(after.total_users - before.total_users).toBe(1)
  const { data } = await admin.get('/admin_settings')
  expect(data.recent_accounts[0]).toMatchObject({ id: stranger.accountId, status: 'suspended' })
  expect(data.recent_users[0].id).toBe(stranger.id)
})

test('a page of 10,000 accounts or 100,000 users is read by index, filtered and searched too', async () => {
  const { database } = here.platform
  await sql`insert into accounts (id, name, subdomain)
    select gen_random_uuid(), 'Crowd ' || n, 'crowd-' || n from generate_series(1, 10000) n`.execute(
    database,
  )
  await sql`insert into users (id, account_id, name, email, password_digest)
    select gen_random_uuid(), a.id, 'Person ' || n, a.subdomain || '-' || n || '@example.com',
      repeat(md5(a.name || n), 10)
    from accounts a, generate_series(1, 10) n where a.name like 'Crowd %'`.execute(database)
  await sql`analyze users, accounts`.execute(database)
  const ctx = here.platform.system().inAccount(admin.accountId)
  const selectUsers = (filters = {}) => selectAdminUsers(ctx, 'admin.users.read', filters)
  const accounts = (filters = {}) => selectAdminAccounts(ctx, 'admin.accounts.read', filters)
  const count = sql<number>`count(*)`.as('total')
  const plans = await Promise.all([
    ...(['created_at', 'name', 'email'] as const).map((column) =>
      selectUsers()
        .orderBy(`users.${column}`, 'desc')
        .orderBy('users.id', 'desc')
        .limit(20)
        .explain(),
    ),
    ...(['created_at', 'name'] as const).map((column) =>
      accounts().orderBy(column, 'desc').orderBy('id', 'desc').limit(20).explain(),
    ),
    selectUsers({ status: 'suspended' }).clearSelect().select(count).explain(),
    accounts({ status: 'suspended' }).clearSelect().select(count).explain(),
    selectUsers({ search: 'crowd-77-' }).clearSelect().select(count).explain(),
  ])
  for (const plan of plans) {
    const text = plan.map((line) => Object.values(line as object).join('')).join('\n')
    expect(text).not.toMatch(/Seq Scan on (users|accounts)/)
  }
  expect((await admin.get('/admin_settings/users?search=crowd-77-')).meta.total_count).toBe(10)
}, 120_000)
