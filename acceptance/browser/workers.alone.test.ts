import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf, workerClient } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { type LaunchedProcess, launch } from '../launch.ts'
import { register } from '../people.ts'
import { type Installation, stopUp } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const JOB_ERROR = 'The disk is full'

let installation: Installation
let browser: Browser
let operator: SignedInPage
let worker: LaunchedProcess | undefined

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
  if (worker) await stopUp(worker)
  await installation?.stop()
})

const section = (name: string) => operator.page.getByRole('region', { name, exact: true })
const activity = (name: string) => section('Worker activity').getByText(name).first()
const health = (text: string) => section('Health').getByText(text)

/** The token on the screen, which must also be in the command below it. */
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

test('a registered worker shows its token once, with its start command', async () => {
  const { dialog, page } = operator
  await operator.navigate('Workers')
  await page.getByRole('link', { name: 'system' }).waitFor()
  await operator.button('Register worker').click()
  await dialog.getByLabel('Name').fill('system')
  await dialog.getByRole('button', { name: 'Register worker' }).click()
  await dialog.getByText('Name is already taken.').waitFor()
  await dialog.getByLabel('Name').fill('worker-1')
  await dialog.getByRole('button', { name: 'Register worker' }).click()

  const token = await shownToken()
  await operator.heading('worker-1').waitFor()
  await health('This worker has never connected').waitFor()
  await page.getByText('Never connected', { exact: true }).waitFor()
  await page.reload()
  await activity('Registered').waitFor()
  expect(await page.content()).not.toContain(token)
  const settings = { BACKEND_API_URL: installation.url, WORKER_TOKEN: token }
  worker = launch(installation.folder, settings, ['worker'])
})

test('⌘K finds a worker by name', async () => {
  const { page } = operator
  await operator.navigate('Home')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search pages, records and actions').fill('worker-')
  await operator.dialog.getByText('worker-1').click()
  await operator.heading('worker-1').waitFor()
})

test('a running worker is healthy and passes a test', async () => {
  await health('The worker is connected').waitFor()
  await operator.button('Test').click()
  await activity('Test queued').waitFor()
  await activity('Test passed').waitFor()
})

test('the concurrency is changed within its bounds while the worker runs', async () => {
  const { page } = operator
  await operator.openTab('Configuration')
  await operator.field('Concurrency').fill('501')
  await operator.button('Save configuration').click()
  await operator.waitForText('Enter a whole number from 1 to 500.')
  await operator.field('Concurrency').fill('7')
  await operator.button('Save configuration').click()
  await operator.openTab('Activity')
  await activity('Configuration changed').waitFor()
  await operator.openTab('Configuration')
  await page.reload()
  expect(await operator.field('Concurrency').inputValue()).toBe('7')
})

test('a worker is suspended with a reason and activated again', async () => {
  const { dialog } = operator
  await operator.openTab('Activity')
  await operator.choose('Actions for worker-1', 'Suspend')
  await dialog.getByLabel('Reason').fill('A new disk')
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await health('The worker is suspended and gets no jobs').waitFor()
  await activity('A new disk').waitFor()
  await operator.button('Activate').click()
  await activity('Activated').waitFor()
  await health('The worker is connected').waitFor()
})

test('the description can be changed', async () => {
  const { dialog } = operator
  await operator.choose('Actions for worker-1', 'Edit')
  await dialog.getByLabel('Description').fill('The big machine')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await operator.page.getByRole('definition').getByText('The big machine').waitFor()
})

test('a rotated token is shown once, and the previous one stays valid during the overlap', async () => {
  const { dialog } = operator
  await operator.choose('Actions for worker-1', 'Rotate token')
  await dialog.getByLabel('Current token stays valid for').selectOption('15 minutes')
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await shownToken()
  await activity('Previous token valid for 15 minutes').waitFor()
})

test('the overview shows the queues, and their jobs can be opened', async () => {
  const { page, dialog } = operator
  await operator.navigate('Jobs')
  await operator.heading('Jobs').waitFor()
  await page.getByRole('row', { name: /^Services/ }).waitFor()
  await page.getByRole('figure', { name: 'Throughput' }).waitFor()
  await page.getByLabel('Time range').selectOption('24h')
  await page.waitForURL(/time_range=24h/)

  await page.getByRole('link', { name: 'All jobs' }).click()
  await operator.heading('All jobs').waitFor()
  await operator.button('Job').click()
  await page.getByRole('option', { name: 'Test worker' }).click()
  await page.waitForURL(/job_type=test_worker/)
  const row = page.getByRole('row', { name: /Test worker/ })
  await row.getByText('Completed').waitFor()
  await row.getByRole('link').click()
  await dialog.getByText(/^\d+ of \d+$/).waitFor()
  await dialog.getByLabel('Parameters').getByText('worker_id').waitFor()
  expect(await dialog.getByRole('button', { name: 'Cancel job' }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
})

test('a dead letter shows its error and can be retried', async () => {
  const { page, dialog } = operator
  await createDeadLetter()
  await page.getByRole('link', { name: 'Dead letters' }).click()
  const row = page.getByRole('row', { name: /Test worker/ })
  await row.getByText(JOB_ERROR).waitFor()
  await row.getByRole('link').click()
  await dialog.getByText('Dead letter').first().waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await operator.button('Retry jobs').click()
  await dialog.getByRole('button', { name: 'Retry jobs' }).click()
  await operator.waitForText('1 job queued again.')
  await operator.waitForText('No dead letters.')
})

test('a pending job is cancelled', async () => {
  const { page } = operator
  await page.getByRole('link', { name: 'All jobs' }).click()
  const waiting = page.getByRole('row', { name: /Test worker.*Pending/ })
  await waiting.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Cancel job' }).click()
  await page.getByRole('row', { name: /Cancelled/ }).waitFor()
})

test('the schedules show the next run', async () => {
  const { page } = operator
  await page.getByRole('link', { name: 'Schedules' }).click()
  const row = page.getByRole('row', { name: /Clean up expired/ })
  await row.getByText('Daily at 03:00').waitFor()
  await row.getByText(/03:00:00 UTC/).waitFor()
})

test('a worker is deleted after its name is typed; the built-in one cannot be deleted', async () => {
  const { page, dialog } = operator
  await operator.navigate('Workers')
  await operator.choose('Actions for worker-1', 'Delete')
  await dialog.getByLabel(/to confirm/).fill('worker-1')
  await dialog.getByRole('button', { name: 'Delete worker' }).click()
  await page.getByRole('link', { name: 'worker-1' }).waitFor({ state: 'detached' })
  await operator.button('Actions for system').click()
  for (const name of ['Built-in worker cannot be deleted', 'Token set by WORKER_TOKEN']) {
    expect(await page.getByRole('menuitem', { name }).isDisabled()).toBe(true)
  }
  await page.keyboard.press('Escape')
})

test('a user who is not an administrator cannot open workers and jobs', async () => {
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

test('no page reported a problem', () => {
  expect(operator.problems).toEqual([])
})

/** Fails a worker test permanently with an own worker; the others do not lease from its queue. */
async function createDeadLetter() {
  const { api } = installation.admin
  for (const { id } of dataOf(await api.GET('/api/v1/workers'))) {
    const body = { queues: ['email' as const] }
    dataOf(await api.PUT('/api/v1/workers/{id}/config', { params: { path: { id } }, body }))
  }
  const created = dataOf(await api.POST('/api/v1/workers', { body: { name: 'clumsy' } }))
  const params = { path: { id: created.id } }
  dataOf(await api.POST('/api/v1/workers/{id}/test_worker', { params }))
  const worker = workerClient(installation.url, created.token)
  const body = { slots: 1, wait_seconds: 10 }
  const { jobs } = dataOf(await worker.POST('/api/v1/worker/leases', { body }))
  const finished = jobs.map(({ id, name, attempt }) => {
    return { id, name, attempt, error: JOB_ERROR, final: true }
  })
  dataOf(await worker.POST('/api/v1/worker/leases', { body: { slots: 0, finished } }))
}
