import { type Api, dataOf } from '../client.ts'
import { runSql, seedCustomers } from '../customers.ts'
import { mailsTo } from '../mailbox.ts'
import { PASSWORD, signIn, type TestUser } from '../people.ts'
import { startReceiver } from '../receiver.ts'
import { until } from '../until.ts'
import { type Installation, workerToken } from '../up.ts'

const SHOP = 'https://shop.example.com/hooks'
const people = [
  { name: 'Grace Hopper', email: 'grace@example.com', roles: ['developer'] },
  { name: 'Katherine Johnson', email: 'katherine@example.com', roles: ['manager'] },
  { name: 'Alan Turing', email: 'alan@example.com', roles: ['member'] },
  { name: 'Hedy Lamarr', email: 'hedy@example.com', roles: ['member', 'developer'] },
  { name: 'Tim Berners-Lee', email: 'tim@example.com', roles: ['member'] },
]
const logLines = [
  ['info', 'server listening'],
  ['info', 'worker registered'],
  ['warn', 'webhook receiver responded with 503, retrying in 30 s'],
  ['info', 'backup completed'],
  ['error', 'payment gateway did not respond within 10 s'],
  ['info', 'settings reloaded'],
] as const

export interface Story {
  owner: TestUser
  webhookId: string
  keyId: string
  /** The body of an invitation. */
  invitation: string
}

/** A company of a few people that has used the installation for a month, and sixteen customers of the installation. */
export async function tellStory(installation: Installation): Promise<Story> {
  const { admin, url } = installation
  const receiver = await startReceiver((reply, _, count) =>
    reply.writeHead(count % 9 === 4 ? 503 : 204).end(),
  )
  const register = { name: 'Ada Lovelace', email: 'ada@example.com', password: PASSWORD }
  await installation.call('POST', '/api/v1/auth/register', {
    body: { ...register, account_name: 'Analytical Engines' },
  })
  const owner = await signIn(url, register.email)
  const { link } = await installation.mailTo(owner.email, 'Confirm')
  const token = new URL(link).searchParams.get('token')
  await installation.call('POST', '/api/v1/auth/verify-email', { body: { token } })
  const params = { path: { id: admin.id } }
  dataOf(await admin.api.PATCH('/api/v1/users/{id}', { params, body: { name: 'Barbara Liskov' } }))

  const { id: webhookId } = dataOf(
    await owner.api.POST('/api/v1/webhooks', {
      body: { url: receiver.url, description: 'Orders of the shop', retry_limit: 0 },
    }),
  )
  for (const person of people) {
    dataOf(await owner.api.POST('/api/v1/users', { body: { ...person, password: PASSWORD } }))
  }
  const keyId = await createKeys(owner.api, installation)
  const invitation = await invite(owner, installation)
  await writePages(owner.api)
  await monitor(installation)
  await logSomething(installation)
  await subscribe(installation, owner)
  await until(
    async () => (await deliveries(owner.api)).every(({ status }) => status !== 'pending'),
    'all deliveries were attempted',
  )
  await seedCustomers(installation)
  await runSql(installation, pastOf(owner.accountId, keyId))
  await receiver.stop()
  return { owner, webhookId, keyId, invitation }
}

const deliveries = async (api: Api) => dataOf(await api.GET('/api/v1/webhooks/deliveries'))

async function createKeys(api: Api, { call }: Installation) {
  const names = ['Nightly export', 'Shop', 'Status dashboard']
  const keys = []
  for (const name of names) {
    const body = { name, scopes: ['users.read' as const], monthly_quota: 50_000 }
    keys.push(dataOf(await api.POST('/api/v1/api_keys', { body })))
  }
  for (const { key_value } of keys) {
    await call('GET', '/api/v1/users', { headers: { 'x-api-key': key_value } })
  }
  return keys[0]?.id ?? ''
}

async function invite({ api }: TestUser, { admin, mailTo }: Installation): Promise<string> {
  const email = 'margaret@example.com'
  const message = 'Welcome to the team!\nThe notes are in the shared folder.'
  const body = { email, name: 'Margaret Hamilton', roles: ['developer'], message }
  dataOf(await api.POST('/api/v1/invitations', { body }))
  await until(async () => (await mailsTo(admin, email)).length > 0, 'the invitation was written')
  return (await mailTo(email, 'invites you to')).html
}

async function writePages(api: Api) {
  for (const title of ['Getting started', 'Terms of service', 'About us']) {
    const body = { title, content: `# ${title}\n\nWe build *engines*.` }
    const { id } = dataOf(await api.POST('/api/v1/admin/pages', { body }))
    const params = { path: { id } }
    if (title !== 'About us')
      await api.POST('/api/v1/admin/pages/{id}/publish', { params, body: {} })
  }
}

async function monitor({ admin, url }: Installation) {
  const body = { name: 'Shop', kind: 'internal', check_type: 'http', method: 'GET' } as const
  const health = `${url}/api/v1/health/live`
  dataOf(await admin.api.POST('/api/v1/admin/services', { body: { ...body, url: health } }))
}

async function logSomething(installation: Installation) {
  const { call } = installation
  const token = await workerToken(installation)
  const lines = logLines.map(([level, message], at) => ({
    ...{ level, message, metadata: { attempt: at + 1 } },
    logged_at: new Date(Date.now() - (logLines.length - at) * 47_000).toISOString(),
  }))
  await call('POST', '/api/v1/internal/system_logs', { token, body: { lines } })
  const alert = {
    ...{ type: 'backup_failed', severity: 'high' },
    summary: 'The backup of last night could not be written',
  }
  await call('POST', '/api/v1/alerts', { token, body: alert })
}

async function subscribe({ admin }: Installation, { api }: TestUser) {
  const plans = [
    { name: 'Starter', price_cents: 900, limits: { max_users: 5 } },
    { name: 'Business', price_cents: 4900, trial_days: 14, limits: { max_users: 25 } },
  ]
  for (const body of plans) dataOf(await admin.api.POST('/api/v1/plans', { body }))
  const business = dataOf(await api.GET('/api/v1/plans')).find(({ name }) => name === 'Business')
  if (!business) throw new Error('The plan is not offered')
  dataOf(await api.POST('/api/v1/subscriptions', { body: { plan_id: business.id } }))
}

/** The last month, as if it had passed: requests, deliveries, colleagues who joined and names of customers. */
const pastOf = (account: string, key: string) => `
  set time zone 'UTC';
  update accounts set created_at = now() - interval '31 days' where id = '${account}';
  update users set created_at = now() - interval '29 days' * random(), last_login_at = now() - interval '3 days' * random()
    where account_id = '${account}';
  update webhooks set url = '${SHOP}' where account_id = '${account}';
  update webhook_deliveries set created_at = created_at - back, attempted_at = attempted_at - back,
      completed_at = completed_at - back
    from (select id as of, interval '6 days' * random() as back from webhook_deliveries) moved where moved.of = id;
  insert into api_key_usage (api_key_id, account_id, day, route, method, status, requests)
    select '${key}', '${account}', current_date - n, route, 'GET', status,
        (case status when 200 then 900 else 40 end * (0.6 + random() * 0.4 + (30 - n) / 40.0))::bigint
      from generate_series(1, 29) n, unnest(array['/api/v1/users', '/api/v1/roles']) route, unnest(array[200, 404]) status;
  update accounts set name = named.name from (
    select 'customer-' || n - 1 as subdomain, name from unnest(array['Babbage & Sons', 'Bletchley Park', 'Cambridge Press',
      'Dover Shipping', 'Euler Optics', 'Fermi Labs', 'Gauss Surveying', 'Harbour Logistics', 'Ito Robotics', 'Jacquard Looms',
      'Kepler Lenses', 'Lumen Studio', 'Menlo Foods', 'Noether Analytics', 'Oslo Bikes', 'Pascal Instruments'])
      with ordinality as t(name, n)) named where accounts.subdomain = named.subdomain;`
