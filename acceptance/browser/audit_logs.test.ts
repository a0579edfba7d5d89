import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { createColleague, register, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let owner: TestUser
let grace: TestUser
let ada: SignedInPage
let changed: string
let added: string

// An owner looks up changes of a colleague. The tests build on each other.
beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url)
  grace = await createColleague(installation.url, owner)
  const path = { id: grace.id }
  for (const name of ['Rear Admiral Hopper', 'Commodore Hopper']) {
    dataOf(await owner.api.PATCH('/api/v1/users/{id}', { params: { path }, body: { name } }))
  }
  changed = `${owner.name} changed the profile of Commodore Hopper`
  added = `${owner.name} added Commodore Hopper`
  ada = await openSignedIn(browser, installation, { acceptDownloads: true })
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

const links = (name: string) => ada.page.getByRole('link', { name, exact: true })

test('a filter applies to the log and is kept in the URL', async () => {
  await ada.navigate('Audit log')
  await ada.heading('Audit log').waitFor()
  await ada.page.getByRole('application', { name: /^Entries in the last 24 hours/ }).waitFor()
  await ada.page.getByRole('button', { name: 'Action', exact: true }).click()
  await ada.page.getByRole('menuitemradio', { name: 'User updated' }).click()
  await links(added).first().waitFor({ state: 'detached' })
  expect(await links(changed).count()).toBe(2)
  expect(ada.page.url()).toContain('action=user.updated')
})

test('the chart follows the filters of the list', async () => {
  await ada.waitForText('2 entries in the last 24 hours')
})

test('a search finds a word in the changes', async () => {
  await ada.page.getByLabel('Search entries').fill('commod')
  await ada.page.waitForURL(/search=commod/)
  await until(async () => (await links(changed).count()) === 1, 'one entry is left')
  await ada.waitForText('1 entry in the last 24 hours')
})

test('an entry shows its changes, hash and what happened around the same time', async () => {
  await links(changed).click()
  await ada.heading(changed).waitFor()
  await ada.waitForText('user.updated')
  const changes = ada.page.getByRole('region', { name: 'Changes' })
  await changes.getByText('Rear Admiral Hopper').waitFor()
  await changes.getByText('Commodore Hopper').waitFor()
  const nearby = ada.page.getByRole('region', { name: 'Around the same time' })
  await nearby.getByText('signed in').first().waitFor()
  await nearby.getByRole('link', { name: 'Commodore Hopper' }).first().waitFor()
  expect(await nearby.locator('[aria-current=true]').count()).toBe(1)
  // Sealing takes about a second; the page shows it after a reload.
  await until(async () => {
    await ada.page.reload()
    await ada.heading(changed).waitFor()
    return (await ada.page.getByRole('region', { name: 'Hash' }).count()) === 1
  }, 'the entry is sealed')
})

test('activity of a user is in sentences, and the same changes are one row', async () => {
  await ada.open('/')
  const recent = ada.page.getByRole('region', { name: 'Recent activity' })
  await recent.getByText('changed the profile of Commodore Hopper twice').waitFor()
  await recent.getByRole('button', { name: 'Show all 2' }).click()
  expect(await recent.getByRole('list').last().getByRole('link').count()).toBe(2)
  await recent.getByRole('link', { name: 'Commodore Hopper' }).first().click()
  await ada.heading('Commodore Hopper').waitFor()
})

test('the filtered entries are exported with progress and downloaded', async () => {
  await ada.open('/audit_logs?action=user.updated')
  await links(changed).first().waitFor()
  await ada.button('Export').click()
  await ada.dialog.getByText('2 entries that match action “User updated”').waitFor()
  await ada.dialog.getByRole('button', { name: 'Start export' }).click()
  await ada.dialog.getByRole('progressbar').waitFor()
  await ada.dialog.getByText('Completed').waitFor()
  const coming = ada.page.waitForEvent('download')
  await ada.dialog.getByRole('link', { name: 'Download' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^audit_logs_\d{8}\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^ID,Action,User Email,/)
  for (const line of lines.slice(1)) expect(line).toContain(`user.updated,${owner.email}`)
  await ada.dialog.getByRole('button', { name: 'Close' }).first().click()
})

test('an export is listed and notified in the bell', async () => {
  await links('Exports').click()
  await ada.heading('Audit log exports').waitFor()
  await ada.page.getByRole('cell', { name: 'action “User updated”' }).waitFor()
  await ada.button(/^Notifications/).click()
  await ada.waitForText('Your export of the audit log is ready')
  await ada.page.keyboard.press('Escape')
})

/** A time zone of the browser's list where it is this hour now. */
function zoneAt(hour: number) {
  const here = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format()
  return Intl.supportedValuesOf('timeZone').find((zone) => Number(here(zone)) === hour) ?? 'UTC'
}
const noon = zoneAt(12)
const night = zoneAt(1)

test('working hours use the time zone of the account', async () => {
  const choose = async (zone: string) => {
    await ada.open('/settings/account')
    const [city = zone, ...areas] = zone.replaceAll('_', ' ').split('/').reverse()
    const place = `${city} (${areas.reverse().join(', ')})`
    const field = ada.page.getByRole('combobox', { name: 'Time zone' })
    await field.getByRole('option', { name: place }).first().waitFor({ state: 'attached' })
    await field.selectOption(zone)
    await ada.button('Save changes').click()
    await ada.waitForText('The account was saved.')
  }
  await choose(night)
  await ada.open('/audit_logs/security')
  await ada.waitForText('Most activity is outside working hours.')
  await choose(noon)
})

test('the security overview shows metrics and risks with links to the entries', async () => {
  await ada.open('/audit_logs/security')
  await ada.heading('Security overview').waitFor()
  await ada.waitForText('No unusual activity.')
  await ada.waitForText(`Activity outside 06:00 to 22:59 ${noon}`)
  await ada.page.getByLabel('Time range').selectOption('30d')
  await ada.page.waitForURL(/time_range=30d/)
  await ada.page
    .getByRole('region', { name: 'Integrity' })
    .getByText(/^1 to \d+$/)
    .waitFor()
  await ada.page.getByRole('link', { name: /^Failures/ }).click()
  await ada.heading('Audit log').waitFor()
  expect(ada.page.url()).toContain('status=error')
})

test('no page reported a problem', () => {
  expect(ada.problems).toEqual([])
})
