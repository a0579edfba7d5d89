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
/** What webhooks are sent: without sign-ins, of which the pictures themselves make some. */
const EVENTS = ['user.created', 'api_key.created', 'page.created', 'page.published'] as const
const logLines = [
  ['info', 'registered at the server'],
  ['info', 'leased 4 jobs of the queue email'],
  ['info', 'delivered a webhook in 84 ms'],
  ['warn', 'the receiver shop.example.com responded with 503, retrying in 30 s'],
  ['info', 'delivered a webhook in 61 ms'],
  ['info', 'backup completed in 2.4 s'],
  ['error', 'the payment gateway did not respond within 10 s'],
  ['info', 'retrying the charge of invoice INV-202611-0007'],
  ['info', 'charged invoice INV-202611-0007'],
  ['info', 'leased 2 jobs of the queue reports'],
  ['info', 'wrote the report Invoices of November'],
  ['warn', 'the mail server is greylisting, next attempt in 2 min'],
  ['info', 'sent 12 emails'],
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
      body: {
        ...{ url: receiver.url, description: 'Orders of the shop', retry_limit: 0 },
        event_types: [...EVENTS],
      },
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

async function invite({ api }: TestUser, { admin, mailTo, url }: Installation): Promise<string> {
  const email = 'margaret@example.com'
  const message = 'Welcome to the team!\nThe notes are in the shared folder.'
  const body = { email, name: 'Margaret Hamilton', roles: ['developer'], message }
  dataOf(await api.POST('/api/v1/invitations', { body }))
  await until(async () => (await mailsTo(admin, email)).length > 0, 'the invitation was written')
  const { html } = await mailTo(email, 'invites you to')
  const host = 'powernode.example.com'
  return html.replaceAll(url, `https://${host}`).replaceAll(new URL(url).host, host)
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
  update users set created_at = now() - interval '2 days' * place, last_login_at = now() - interval '9 hours' * place
    from (select id as of, row_number() over (order by created_at desc) * 2 as place from users) placed
    where account_id = '${account}' and placed.of = id;
  update api_keys set created_at = now() - interval '30 days', quota_used = 2917 where account_id = '${account}';
  update webhooks set url = '${SHOP}', created_at = now() - interval '30 days' where account_id = '${account}';
  update webhook_deliveries set created_at = created_at - back, attempted_at = attempted_at - back,
      completed_at = completed_at - back
    from (select id as of, interval '9 hours' * row_number() over (order by created_at desc) as back
      from webhook_deliveries) moved where moved.of = id;
  insert into api_key_usage (api_key_id, account_id, day, route, method, status, requests)
    select '${key}', '${account}', current_date - n, route, 'GET', status,
        (case status when 200 then 900 else 40 end * busy * (0.8 + 0.1 * sin(n * 2.1) + (30 - n) / 40.0))::bigint
      from generate_series(0, 29) n, unnest(array[200, 404]) status,
        (values ('/api/v1/users', 1), ('/api/v1/roles', 0.4)) routes(route, busy)
    on conflict (api_key_id, day, route, method, status) do update set requests = excluded.requests;
  insert into metric_samples
    select date_trunc('minute', now()) - interval '5 minutes' * n, gen_random_uuid(), requests, 0,
        array_fill(0, array[5]) || requests::integer || array_fill(0, array[19]), requests / 9, 0, 12, 0
      from (select n, (60 + 30 * sin(n / 46.0))::integer as requests from generate_series(1, 576) n) counted;
  update accounts set name = named.name, created_at = now() - interval '15 days' * n from (
    select n, 'customer-' || n - 1 as subdomain, name from unnest(array['Babbage & Sons', 'Bletchley Park', 'Cambridge Press',
      'Dover Shipping', 'Euler Optics', 'Fermi Labs', 'Gauss Surveying', 'Harbour Logistics', 'Ito Robotics', 'Jacquard Looms',
      'Kepler Lenses', 'Lumen Studio', 'Menlo Foods', 'Noether Analytics', 'Oslo Bikes', 'Pascal Instruments'])
      with ordinality as t(name, n)) named where accounts.subdomain = named.subdomain;`
