import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf, workerClient } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { type LaunchedProcess, launch } from '../launch.ts'
import { register } from '../people.ts'
import { end, type Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const BAD_END = 'The disk is full'

let installation: Installation
let browser: Browser
let operator: SignedInPage
let reports: LaunchedProcess | undefined

// An operator's round, told in order: each test goes on where the one before it left off.
beforeAll(async () => {
  installation = await startInstallation()
  browser = await startBrowser()
  operator = await openSignedIn(browser, installation)
  await operator.signIn(installation.admin.email)
  await operator.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  if (reports) await end(reports)
  await installation?.stop()
})

const section = (name: string) => operator.page.getByRole('region', { name, exact: true })
const activity = (name: string) => section('Activities').getByText(name).first()
const health = (text: string) => section('Health').getByText(text)

/** The token on the screen, which must also stand in the command below it. */
async function shownToken() {
  const { dialog, page } = operator
  const token = await dialog.getByLabel('Worker token').innerText()
  expect(token).toMatch(/^swt_/)
  expect(await dialog.getByLabel('Command', { exact: true }).innerText()).toContain(
    `BACKEND_API_URL=${installation.url} \\\nWORKER_TOKEN=${token}`,
  )
  await dialog.getByLabel('I saved it').check()
  await operator.button('Done').click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.content()).not.toContain(token)
  return token
}

test('whoever is registered shows its token once, with the command that starts it', async () => {
  const { dialog, page } = operator
  await operator.navigate('Workers')
  await page.getByRole('link', { name: 'system' }).waitFor()
  await operator.button('Register worker').click()
  await dialog.getByLabel('Name').fill('system')
  await dialog.getByRole('button', { name: 'Register worker' }).click()
  await dialog.getByText('Name is already taken.').waitFor()
  await dialog.getByLabel('Name').fill('reports-1')
  await dialog.getByRole('button', { name: 'Register worker' }).click()

  const token = await shownToken()
  await operator.heading('reports-1').waitFor()
  await health('It has never called').waitFor()
  await page.reload()
  await activity('Registered').waitFor()
  expect(await page.content()).not.toContain(token)
  const settings = { BACKEND_API_URL: installation.url, WORKER_TOKEN: token }
  reports = launch(installation.folder, settings, ['worker'])
})

test('⌘K finds it by its name', async () => {
  const { page } = operator
  await operator.navigate('Home')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search pages, people and actions').fill('reports')
  await operator.dialog.getByText('reports-1').click()
  await operator.heading('reports-1').waitFor()
})

test('once it runs it is seen to be well, and a test of it comes back', async () => {
  await health('It calls regularly').waitFor()
  await operator.button('Test').click()
  await activity('Test queued').waitFor()
  await activity('Test passed').waitFor()
})

test('what it does at a time is changed while it runs, within bounds', async () => {
  const { page } = operator
  await operator.field('Jobs at a time').fill('501')
  await operator.button('Save configuration').click()
  await operator.waitForText('Enter a whole number from 1 to 500')
  await operator.field('Jobs at a time').fill('7')
  await operator.button('Save configuration').click()
  await activity('Configuration changed').waitFor()
  await page.reload()
  await activity('Configuration changed').waitFor()
  expect(await operator.field('Jobs at a time').inputValue()).toBe('7')
})

test('it is suspended with a reason and activated again', async () => {
  const { dialog } = operator
  await operator.button('Suspend').click()
  await dialog.getByLabel('Reason').fill('A new disk')
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await health('It is suspended and gets no work').waitFor()
  await activity('A new disk').waitFor()
  await operator.button('Activate').click()
  await activity('Activated').waitFor()
  await health('It calls regularly').waitFor()
})

test('what it is for can be said later', async () => {
  const { dialog } = operator
  await operator.choose('Actions for reports-1', 'Edit')
  await dialog.getByLabel('Description').fill('The big machine')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await operator.page.getByRole('definition').getByText('The big machine').waitFor()
})

test('its token is changed with an overlap, and the new one is shown once', async () => {
  const { dialog } = operator
  await operator.choose('Actions for reports-1', 'Change token')
  await dialog.getByLabel('The token it has works for').selectOption('15 minutes')
  await dialog.getByRole('button', { name: 'Change token' }).click()
  await shownToken()
  await activity('The one before worked for 15 more minutes').waitFor()
})

test('the queues are seen at a glance, and every job behind a figure can be opened', async () => {
  const { page, dialog } = operator
  await operator.navigate('Jobs')
  await operator.heading('Jobs').waitFor()
  await page.getByRole('row', { name: /^services/ }).waitFor()
  await page.getByRole('figure', { name: 'Throughput' }).waitFor()
  await page.getByText('24h', { exact: true }).click()
  await page.waitForURL(/time_range=24h/)

  await page.getByRole('link', { name: 'All jobs' }).click()
  await operator.heading('All jobs').waitFor()
  await operator.button('Job').click()
  await page.getByRole('menuitemradio', { name: 'test_worker' }).click()
  await page.waitForURL(/job_type=test_worker/)
  const row = page.getByRole('row', { name: /test_worker/ })
  await row.getByText('Completed').waitFor()
  await row.getByRole('link').click()
  await dialog.getByText(/^\d+ of \d+$/).waitFor()
  await dialog.getByLabel('Parameters').getByText('worker_id').waitFor()
  expect(await dialog.getByRole('button', { name: 'Cancel job' }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
})

test('a job that was given up says why, and is queued again when asked', async () => {
  const { page, dialog } = operator
  await createDeadLetter()
  await page.getByRole('link', { name: 'Dead letters' }).click()
  const row = page.getByRole('row', { name: /test_worker/ })
  await row.getByText(BAD_END).waitFor()
  await row.getByRole('link').click()
  await dialog.getByText('Given up').first().waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await operator.button('Queue again').click()
  await dialog.getByRole('button', { name: 'Queue again' }).click()
  await operator.waitForText('One job is queued again.')
  await operator.waitForText('No job was given up.')
})

test('a job that waits is cancelled', async () => {
  const { page } = operator
  await page.getByRole('link', { name: 'All jobs' }).click()
  const waiting = page.getByRole('row', { name: /test_worker.*Pending/ })
  await waiting.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Cancel job' }).click()
  await page.getByRole('row', { name: /Cancelled/ }).waitFor()
})

test('the clock’s jobs stand there with their next time', async () => {
  const { page } = operator
  await page.getByRole('link', { name: 'Schedules' }).click()
  const row = page.getByRole('row', { name: /clean_up_expired/ })
  await row.getByText('0 3 * * *').waitFor()
  await row.getByText(/03:00:00 UTC/).waitFor()
})

test('a worker is deleted once its name is typed; the built-in one stays', async () => {
  const { page, dialog } = operator
  await operator.navigate('Workers')
  await operator.choose('Actions for reports-1', 'Delete')
  await dialog.getByLabel(/to confirm/).fill('reports-1')
  await dialog.getByRole('button', { name: 'Delete worker' }).click()
  await page.getByRole('link', { name: 'reports-1' }).waitFor({ state: 'detached' })
  await operator.button('Actions for system').click()
  for (const name of ['Built in: cannot be deleted', 'Token set by WORKER_TOKEN']) {
    expect(await page.getByRole('menuitem', { name }).isDisabled()).toBe(true)
  }
  await page.keyboard.press('Escape')
})

test('who does not run the platform sees none of it', async () => {
  const owner = await register(installation.url)
  const other = await openSignedIn(browser, installation)
  await other.signIn(owner.email)
  await other.waitForShell()
  const entries = await other.navigationEntries()
  expect(entries).not.toContain('Workers')
  expect(entries).not.toContain('Jobs')
  await other.open('/admin/jobs')
  await other.waitForText('admin.jobs.read')
  expect(other.problems).toEqual([])
  await other.page.context().close()
})

test('nothing went wrong on the way', () => {
  expect(operator.problems).toEqual([])
})

/** Has a test taken by a worker of our own, which fails it for good; the others are kept from its queue. */
async function createDeadLetter() {
  const { api } = installation.admin
  for (const { id } of dataOf(await api.GET('/api/v1/workers'))) {
    const body = { queues: ['email' as const] }
    dataOf(await api.PUT('/api/v1/workers/{id}/config', { params: { path: { id } }, body }))
  }
  const made = dataOf(await api.POST('/api/v1/workers', { body: { name: 'clumsy' } }))
  const params = { path: { id: made.id } }
  dataOf(await api.POST('/api/v1/workers/{id}/test_worker', { params }))
  const worker = workerClient(installation.url, made.token)
  const body = { slots: 1, wait_seconds: 10 }
  const { jobs } = dataOf(await worker.POST('/api/v1/worker/leases', { body }))
  const finished = jobs.map(({ id, name, attempt }) => {
    return { id, name, attempt, error: BAD_END, final: true }
  })
  dataOf(await worker.POST('/api/v1/worker/leases', { body: { slots: 0, finished } }))
}
