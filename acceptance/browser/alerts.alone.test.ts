import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf, workerClient } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { register } from '../people.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const RULE = 'Too many dead letters'
/** Rules are evaluated once a minute. */
const EVALUATION = { timeout: 90_000 }

let installation: Installation
let browser: Browser
let operator: SignedInPage

// The tests build on each other.
beforeAll(async () => {
  installation = await startInstallation()
  browser = await startBrowser()
  operator = await openSignedIn(browser, installation)
  await operator.signIn(installation.admin.email)
  await operator.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

const row = (name: string) => operator.page.getByRole('row', { name: new RegExp(name) })

test('a rule previews its condition and is added', async () => {
  const { page, dialog } = operator
  await operator.navigate('Alerts')
  await page.getByRole('link', { name: 'Rules' }).click()
  await row('A worker is offline').waitFor()
  await operator.button('Add rule').click()
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await dialog.getByText('Enter a name.').waitFor()
  await dialog.getByLabel('Name').fill('a worker IS offline')
  await dialog.getByLabel('Metric').selectOption('Dead letters')
  await dialog.getByLabel('Threshold').fill('0')
  await dialog.getByText('Current value: 0 (the condition is not met).').waitFor()
  await dialog.getByLabel('Duration').fill('0')
  await dialog.getByLabel('Severity').selectOption('Critical')
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await dialog.getByText('Name is already taken.').waitFor()
  await dialog.getByLabel('Name').fill(RULE)
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await row(RULE).getByText('Dead letters above 0').waitFor()
  await row(RULE).getByText('OK').waitFor()
})

test(
  'a triggered alert appears on the page, in the bell and in the mailbox',
  EVALUATION,
  async () => {
    const { page } = operator
    await page.getByRole('link', { name: 'Alerts', exact: true }).last().click()
    await operator.heading('Alerts').waitFor()
    await createDeadLetter()
    await row(RULE).getByText('Open').waitFor(EVALUATION)
    await row(RULE).getByText('Critical').waitFor()
    await operator.button(/^Notifications, \d+ unread$/).waitFor()
    const mail = await installation.mailTo(installation.admin.email, RULE)
    expect(mail.text).toContain('Dead letters: 1, above 0.')
    expect(mail.html).toContain('>Unsubscribe</a>')
    expect(new URL(mail.link).pathname).toBe('/admin/alerts')
  },
)

test('an alert is acknowledged with a note', async () => {
  const { page, dialog } = operator
  await page.getByRole('link', { name: RULE }).click()
  await dialog.getByText('Dead letters: 1, above 0.').first().waitFor()
  await dialog.getByLabel('Note').fill('I am looking at it')
  await dialog.getByRole('button', { name: 'Acknowledge' }).click()
  await dialog.getByRole('button', { name: 'Resolve' }).waitFor()
  const history = dialog.getByRole('region', { name: 'History' })
  await history.getByText('Acknowledged by Administrator').waitFor()
  await history.getByText('I am looking at it').waitFor()
})

test('an alert is resolved automatically when the condition ends, and the page updates live', async () => {
  const { dialog } = operator
  const { api } = installation.admin
  dataOf(await api.POST('/api/v1/admin/jobs/redrive', { body: {} }))
  const watched = { metric: 'jobs_dead', condition: 'above', threshold: 0 } as const
  await until(async () => {
    const preview = dataOf(await api.POST('/api/v1/admin/alert_rules/preview', { body: watched }))
    return !preview.holds
  }, 'the dead letters were counted again')
  // Saving a rule evaluates it immediately; otherwise it is evaluated within a minute.
  const query = { search: RULE }
  const [rule] = dataOf(await api.GET('/api/v1/admin/alert_rules', { params: { query } }))
  const params = { path: { id: rule?.id ?? '' } }
  dataOf(await api.PATCH('/api/v1/admin/alert_rules/{id}', { params, body: { severity: 'high' } }))
  await dialog.getByText('Dead letters: back to 0.').first().waitFor()
  expect(await dialog.getByRole('button', { name: 'Resolve' }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await row(RULE).getByText('Resolved').waitFor()
  await installation.mailTo(installation.admin.email, `Resolved: ${RULE}`)
})

test('notification preferences are saved, and required ones cannot be changed', async () => {
  const { page } = operator
  await operator.choose('Account menu', 'Notifications')
  await page.getByRole('link', { name: 'Preferences' }).click()
  await operator.field('A user joined: email').check()
  await operator.waitForText(/Emails are sent to/)
  await until(() => mailOf('user_joined'), 'the preference was saved')
  await page.reload()
  expect(await operator.field('A user joined: email').isChecked()).toBe(true)
  const fixed = operator.field('Your password was changed: in app')
  await fixed.focus()
  await page.keyboard.press('Space')
  expect(await fixed.isChecked()).toBe(true)
  await page
    .getByText('Someone else may have caused it, so this notification is always sent.')
    .waitFor()
})

test('the unsubscribe link in an email works without sign-in, and only after confirmation', async () => {
  const { text } = await installation.mailTo(installation.admin.email, `Resolved: ${RULE}`)
  const link = text.match(/^http\S+\/unsubscribe\S+$/m)?.[0] ?? ''
  const visitor = await openSignedIn(browser, installation)
  await visitor.open(link)
  await visitor.heading('Unsubscribe').waitFor()
  expect(await mailOf('alert_resolved')).toBe(true)
  await visitor.button('Unsubscribe').click()
  await visitor.waitForText('You won’t receive emails about “An alert was resolved automatically”')
  expect(await mailOf('alert_resolved')).toBe(false)
  expect(await mailOf('alert_triggered')).toBe(true)
  await visitor.open(`${new URL(link).pathname}?token=worthless`)
  await visitor.button('Unsubscribe').click()
  await visitor.waitForText('This link is invalid or has expired')
  expect(visitor.problems).toEqual([])
  await visitor.page.context().close()
})

test('a rule is changed, disabled and deleted', async () => {
  const { page, dialog } = operator
  await operator.navigate('Alerts')
  await page.getByRole('link', { name: 'Rules' }).click()
  await page.getByRole('button', { name: RULE, exact: true }).click()
  await dialog.getByLabel('Threshold').fill('7')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await row(RULE).getByText('Dead letters above 7').waitFor()
  await operator.choose(`Actions for ${RULE}`, 'Disable')
  await row(RULE).getByText('Inactive', { exact: true }).waitFor()
  await operator.choose(`Actions for ${RULE}`, 'Delete')
  await dialog.getByRole('button', { name: 'Delete rule' }).click()
  await row(RULE).waitFor({ state: 'detached' })
})

test('a user who is not an administrator cannot open the alerts', async () => {
  const owner = await register(installation.url)
  const other = await openSignedIn(browser, installation)
  await other.signIn(owner.email)
  await other.waitForShell()
  expect(await other.navigationEntries()).not.toContain('Alerts')
  await other.open('/admin/alerts/rules')
  await other.waitForText('admin.alerts.read')
  expect(other.problems).toEqual([])
  await other.page.context().close()
})

test('no page reported a problem', () => {
  expect(operator.problems).toEqual([])
})

async function mailOf(kind: string) {
  const { api } = installation.admin
  const kinds = dataOf(await api.GET('/api/v1/notifications/preferences'))
  return kinds.find((one) => one.kind === kind)?.mail.enabled
}

/** Fails a worker test permanently with an own worker, the only one of its queue. */
async function createDeadLetter() {
  const { api } = installation.admin
  const { id, token } = dataOf(await api.POST('/api/v1/workers', { body: { name: 'clumsy' } }))
  const params = { path: { id } }
  const config = { queues: ['services' as const] }
  dataOf(await api.PUT('/api/v1/workers/{id}/config', { params, body: config }))
  dataOf(await api.POST('/api/v1/workers/{id}/test_worker', { params }))
  const worker = workerClient(installation.url, token)
  await until(async () => {
    const body = { slots: 1, wait_seconds: 2 }
    const { jobs } = dataOf(await worker.POST('/api/v1/worker/leases', { body }))
    const finished = jobs.map(({ id, name, attempt }) => {
      return { id, name, attempt, error: 'The disk is full', final: true }
    })
    dataOf(await worker.POST('/api/v1/worker/leases', { body: { slots: 0, finished } }))
    return finished.length
  }, 'the test failed permanently')
}
