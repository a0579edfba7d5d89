import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, dataOf } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { dataFolder } from '../launch.ts'
import { createColleague, PASSWORD, register, type TestUser } from '../people.ts'
import type { Installation } from '../up.ts'
import { startBrowser, watchedPage } from './browser.ts'
import { contrastProblems, layoutProblems, pageProblems } from './page_problems.ts'

const ARTIFACTS = join(import.meta.dirname, '../artifacts')
const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
}
const PUBLIC = [
  '/sign-in',
  '/register',
  '/forgot-password',
  '/reset-password/x',
  '/verify-email?token=x',
  '/accept-invitation/x',
  '/status',
  '/unsubscribe?token=x',
]

const CHANGES = { action: 'role.created', per_page: 1 }
const INVITED = 'katherine@example.com'

let installation: Installation
let browser: Browser
let users: Record<string, TestUser | undefined>
let records: string[]
let invitation: string

beforeAll(async () => {
  installation = await startInstallation({ WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true' })
  const owner = await register(installation.url)
  const developer = await createColleague(installation.url, owner, ['developer'])
  const member = await createColleague(installation.url, owner)
  users = { visitor: undefined, owner, member, admin: installation.admin }
  const [worker] = dataOf(await installation.admin.api.GET('/api/v1/workers'))
  records = [
    `/users/${installation.admin.id}`,
    `/admin/workers/${worker?.id}`,
    '/admin/workers?new=1',
    '/plans?new=1',
    `/admin/accounts/${owner.accountId}`,
    `/admin/accounts/${owner.accountId}?tab=usage`,
    ...['all', 'dead_letters', 'schedules'].map((section) => `/admin/jobs/${section}`),
    ...['violations', 'accounts', 'settings'].map((page) => `/admin/rate_limiting/${page}`),
    `/admin/rate_limiting?identifier=${installation.admin.id}`,
    '/admin/logs/errors',
    ...(await seed(owner, developer)),
    ...(await seedServices(installation.admin.api)),
  ]
  records.push(...(await subscribe(owner)))
  const settings = {
    support_email: 'help@example.com',
    impersonation_minutes: 30,
    status_page_enabled: true,
  }
  dataOf(await installation.admin.api.PATCH('/api/v1/admin_settings', { body: settings }))
  const line = { level: 'warn', message: 'job failed', metadata: { attempt: 2 } }
  const failure = {
    err: { message: 'it broke', stack: 'Error: it broke\n    at run (run.ts:1:2)' },
  }
  const lines = [line, { ...line, level: 'error', metadata: failure }].map((one) => ({
    ...one,
    logged_at: new Date().toISOString(),
  }))
  const token = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  await installation.call('POST', '/api/v1/internal/system_logs', { token, body: { lines } })
  const alert = { type: 'backup_failed', severity: 'high', summary: 'The backup is missing' }
  const raised = await installation.call('POST', '/api/v1/alerts', { token, body: alert })
  const { id } = raised.body.data as { id: string }
  records.push(`/admin/alerts?alert=${id}`, '/admin/alerts/rules', '/admin/alerts/rules?new=1')
  invitation = new URL((await installation.mailTo(INVITED)).link).pathname
  browser = await startBrowser()
  await mkdir(ARTIFACTS, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

/** Whether a role checks a page fully: accessibility, dark mode and phone. Other roles check only the layout of a page. */
const checksFully: Record<string, (path: string) => boolean> = {
  visitor: () => true,
  owner: () => true,
  member: () => false,
  admin: (path) => /^\/(admin|plans|nosuch)/.test(path),
}

/** One page of each kind, also checked in dark mode on a desktop, where it has more than on a phone. */
const DARK_DESKTOP = [
  '/',
  '/users',
  '/roles',
  '/audit_logs',
  '/api_keys/new',
  '/security',
  '/admin',
  '/sign-in',
]

// Two at a time: rendering leaves half of a small machine idle.
test.concurrent.for(Object.keys(checksFully))(
  'every page has no problems for the %s, in light on a desktop and in dark on a phone',
  { timeout: 600_000 },
  async (role) => {
    // Axe injects a script into the page, which the content security policy forbids.
    const context = await browser.newContext({ reducedMotion: 'reduce', bypassCSP: true })
    context.setDefaultTimeout(15_000)
    const problemsFound: string[] = []
    try {
      const { page, problems, settled } = await watchedPage(context)
      const show = async (colorScheme: 'light' | 'dark', size: keyof typeof sizes) => {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize(sizes[size])
      }
      const screenshot = (path: string, look: string) => {
        const place = path === invitation ? '/accept-invitation' : path
        const name = `${role}-${place.replaceAll(/\W+/g, '_')}-${look}.png`
        return page.screenshot({ path: join(ARTIFACTS, name) })
      }
      const user = users[role]
      if (user) await signInPage(page, user)
      const paths = user ? await destinations(page) : [...PUBLIC, invitation]
      for (const path of paths) {
        await show('light', 'desktop')
        await page.goto(installation.url + path)
        await settled()
        if (checksFully[role]?.(path)) {
          problemsFound.push(...(await pageProblems(page)))
          await screenshot(path, 'light-desktop')
          if (DARK_DESKTOP.includes(path)) {
            await show('dark', 'desktop')
            await settled()
            // Colours may still be in transition, so only the second check counts.
            if ((await contrastProblems(page)).length > 0)
              problemsFound.push(...(await contrastProblems(page)))
            await screenshot(path, 'dark-desktop')
          }
          await show('dark', 'phone')
          await settled()
          problemsFound.push(...(await pageProblems(page)))
          await screenshot(path, 'dark-phone')
        } else if (!(await isDenied(page))) problemsFound.push(...(await layoutProblems(page)))
        problemsFound.push(...problems.splice(0).map((one) => `${path}: ${one}`))
      }
    } finally {
      await context.close()
    }
    expect(problemsFound).toEqual([])
  },
)

test('the API reference makes no external requests and logs no errors', async () => {
  const context = await browser.newContext()
  const external: string[] = []
  await context.route(
    (url) => url.origin !== installation.url,
    (route) => {
      external.push(route.request().url())
      return route.abort()
    },
  )
  const { page, problems } = await watchedPage(context)
  await page.goto(`${installation.url}/api/docs`)
  await page.getByText('Powernode API').first().waitFor()
  await page.screenshot({ path: join(ARTIFACTS, 'api-docs.png') })
  await context.close()
  expect(problems).toEqual([])
  expect(external).toEqual([])
})

async function signInPage(page: Page, { email }: TestUser) {
  await page.goto(`${installation.url}/sign-in`)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Account menu' }).waitFor()
}

/** Starts a trial of a plan, and issues an invoice; returns its pages. */
async function subscribe({ api, accountId: account_id }: TestUser): Promise<string[]> {
  const plan = { name: 'Team', price_cents: 2999, trial_days: 14, limits: { max_users: 25 } }
  const { id } = dataOf(await installation.admin.api.POST('/api/v1/plans', { body: plan }))
  const subscription = dataOf(await api.POST('/api/v1/subscriptions', { body: { plan_id: id } }))
  const lines = [{ description: 'Setup', quantity: 2, unit_amount_cents: 14_950 }]
  const seller = installation.admin.api
  const draft = dataOf(await seller.POST('/api/v1/admin/invoices', { body: { account_id, lines } }))
  const params = { path: { id: draft.id } }
  dataOf(await seller.POST('/api/v1/admin/invoices/{id}/finalize', { params }))
  const paid = { params, body: { reference: 'Bank transfer of 26 November' } }
  dataOf(await seller.POST('/api/v1/admin/invoices/{id}/mark_paid', paid))
  const [payment] = dataOf(await api.GET('/api/v1/payments'))
  return [
    ...[`/plans/${id}`, '/invoices', `/invoices/${draft.id}`, `/admin/invoices/${draft.id}`],
    ...['/admin/payments/suspense', `/admin/payments/${payment?.id}`],
    `/subscriptions/${subscription.id}`,
  ]
}

/** Creates a record of every kind in the account; returns their pages. */
async function seed({ api }: TestUser, colleague: TestUser): Promise<string[]> {
  const roles = dataOf(await api.GET('/api/v1/roles'))
  const role = {
    name: 'book_keeper',
    display_name: 'Book keeper',
    description: 'Keeps the books',
    permissions: ['users.read', 'audit_logs.read'],
  }
  const customRole = dataOf(await api.POST('/api/v1/roles', { body: role }))
  const invitation = { email: INVITED, name: 'Katherine Johnson', roles: ['member'] }
  dataOf(await api.POST('/api/v1/invitations', { body: invitation }))
  const delegation = {
    email: installation.admin.email,
    permissions: ['users.read'],
    notes: 'Support',
  }
  dataOf(await api.POST('/api/v1/accounts/current/delegations', { body: delegation }))
  const acting = { user_id: colleague.id, reason: 'Ticket 4711' }
  const { token } = dataOf(await api.POST('/api/v1/impersonations', { body: acting }))
  await installation.call('DELETE', '/api/v1/impersonations', { token })
  const key = { name: 'Nightly export', scopes: ['users.read'], monthly_quota: 5000 }
  const { id, key_value } = dataOf(await api.POST('/api/v1/api_keys', { body: key }))
  await installation.call('GET', '/api/v1/users', { headers: { 'x-api-key': key_value } })
  dataOf(await api.POST('/api/v1/audit_logs/export', { body: { format: 'csv' } }))
  const page = { title: 'About us', content: '# About us\n\nWe build *engines*.' }
  const written = dataOf(await api.POST('/api/v1/admin/pages', { body: page }))
  const entries = dataOf(await api.GET('/api/v1/audit_logs', { params: { query: CHANGES } }))
  return [
    `/pages/${written.id}`,
    `/pages/${written.id}?tab=history`,
    '/pages?new=1',
    ...[roles.find(({ name }) => name === 'owner')?.id, customRole.id].map(
      (role) => `/roles/${role}`,
    ),
    `/roles/${customRole.id}?tab=permissions`,
    `/api_keys/${id}`,
    '/api_keys/new',
    `/audit_logs/${entries[0]?.id}`,
    ...(await seedWebhooks(api)),
  ]
}

/** A webhook without a receiver, and a delivery to it: the creation of another webhook. */
async function seedWebhooks(api: Api): Promise<string[]> {
  const body = { url: 'http://127.0.0.1:9/hooks', description: 'Orders' }
  const webhook = dataOf(await api.POST('/api/v1/webhooks', { body }))
  dataOf(await api.POST('/api/v1/webhooks', { body: { url: 'http://127.0.0.1:9/other' } }))
  const [delivery] = dataOf(await api.GET('/api/v1/webhooks/deliveries'))
  const details = [`/${webhook.id}`, `/${webhook.id}?tab=settings`]
  const pages = ['?new=1', ...details, '/deliveries', `/deliveries?delivery=${delivery?.id}`]
  return pages.map((page) => `/webhooks${page}`)
}

/** A public service that is down. */
async function seedServices(api: Api): Promise<string[]> {
  const body = {
    ...({ name: 'Shop', kind: 'internal', check_type: 'tcp', host: '127.0.0.1' } as const),
    port: 9,
    failure_threshold: 1,
    on_status_page: true,
  }
  const { id } = dataOf(await api.POST('/api/v1/admin/services', { body }))
  const tabs = ['', '?tab=incidents', '?tab=response_times']
  return ['/admin/services?new=1', ...tabs.map((tab) => `/admin/services/${id}${tab}`)]
}

/** Every page of the navigation, personal pages, some records, and a page that is denied or missing. */
async function destinations(page: Page): Promise<string[]> {
  const links = await page
    .locator('nav a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.length).toBeGreaterThan(1)
  const personal = ['/notifications', '/notifications/preferences', '/profile', '/security']
  const trail = ['/audit_logs/security?time_range=24h', '/audit_logs/exports']
  const admin = ['/admin/mails', '/admin/settings']
  const more = ['/nosuch', ...admin, '/delegations', ...trail, ...records]
  return [...new Set([...links, ...personal, ...more])].filter((path) => path.startsWith('/'))
}

/** The page about a missing permission is the same for every role, and is checked fully for one. */
async function isDenied(page: Page) {
  return (
    (await page.getByRole('heading', { name: 'You don’t have access to this page' }).count()) > 0
  )
}
