import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from './browser/browser.ts'
import { openSignedIn, type SignedInPage } from './browser/signed_in.ts'
import { checkoutWithExample } from './checkout.ts'
import { startInstallation } from './installation.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

let checkout: string
let installation: Installation
let browser: Browser
let admin: SignedInPage

beforeAll(async () => {
  checkout = await checkoutWithExample()
  const program = join(checkout, 'bin/powernode.mjs')
  installation = await startInstallation({ POWERNODE_EXTENSIONS: 'business,fleet' }, program)
  browser = await startBrowser()
  admin = await openSignedIn(browser, installation)
  await admin.signIn(installation.admin.email)
  await admin.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
  if (checkout) await rm(checkout, { recursive: true })
})

test('the module of docs/examples serves its API, and a worker runs its job', async () => {
  const { token, email } = installation.admin
  const call = async (method: string, path: string, body?: object) => {
    const reply = await installation.call(method, `/api/v1${path}`, { token, body })
    return { status: reply.status, data: reply.body.data as Record<string, unknown> }
  }
  const created = await call('POST', '/boats', { name: 'Aurora' })
  expect(created.status).toBe(201)
  const path = `/boats/${created.data.id}`
  await until(async () => (await call('GET', path)).data.painted_at, 'the boat was painted')
  const changes = { status: 'retired' }
  expect((await call('PATCH', path, changes)).data).toMatchObject({ name: 'Aurora', ...changes })
  const { subject } = await installation.mailTo(email, 'Aurora was painted')
  expect(subject).toBe('Aurora was painted')
})

test('its pages list, create and open records, and its setting is on the settings page', async () => {
  await admin.open('/')
  await admin.navigate('Boats')
  await admin.heading('Boats').waitFor()
  await admin.waitForText('Aurora')
  await admin.button('Add boat').click()
  await admin.dialog.getByLabel('Name').fill('Borealis')
  await admin.dialog.getByRole('button', { name: 'Add boat' }).click()
  await admin.waitForText('Borealis was added.')
  await admin.page.getByRole('link', { name: 'Borealis' }).click()
  await admin.heading('Borealis').waitFor()
  await admin.open('/admin/settings')
  await admin.field('Boat mails').waitFor()
  expect(admin.problems).toEqual([])
})

test('the queue of its job is known to the job console', async () => {
  const { token } = installation.admin
  const { body } = await installation.call('GET', '/api/v1/admin/jobs/types', { token })
  expect(body.data).toContainEqual({ job_type: 'paint_boat', queue: 'maintenance' })
})

test('its generated types are up to date', async () => {
  const env = { ...process.env, POWERNODE_EXTENSIONS: 'fleet' }
  const options = { cwd: checkout, env }
  await promisify(execFile)(process.execPath, ['server/generate_extensions.ts'], options)
  const committed = resolve(import.meta.dirname, '../docs/examples/extension/fleet/generated')
  const written = join(checkout, 'extensions/fleet/generated')
  for (const name of ['names.ts', 'rows.ts', 'public.ts', 'internal.ts']) {
    const [was, is] = await Promise.all(
      [committed, written].map((folder) => readFile(join(folder, name), 'utf8')),
    )
    expect(pathsIn(is ?? ''), name).toBe(pathsIn(was ?? ''))
  }
})

/** Without what all paths share, such as the shapes of errors, which changes of Powernode change. */
const pathsIn = (text: string) =>
  text.replace(/export type webhooks[\s\S]*?(?=\nexport interface operations)/, '')
