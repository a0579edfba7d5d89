import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Installation
let browser: Browser
let admin: SignedInPage

beforeAll(async () => {
  installation = await startInstallation()
  browser = await startBrowser()
  admin = await openSignedIn(browser, installation)
  await admin.signIn('admin@example.com')
  await admin.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

test('an administrator starts a backup, sees it complete, and schedules backups', async () => {
  await admin.open('/admin/backups')
  await admin.button('Back up now').click()
  const list = admin.page.getByRole('list', { name: 'Latest backups' })
  await list.getByText('Completed').first().waitFor()
  await list
    .getByText(/backups\/powernode-.*Z\.backup/)
    .first()
    .waitFor()
  expect(await pageProblems(admin.page)).toEqual([])

  await admin.field('Backups to keep').fill('9')
  await admin.page.getByRole('button', { name: 'Back up now' }).focus()
  await admin.page.keyboard.press('Enter')
  await admin.waitForText('The backup has started.')
  await list.getByText('Completed').nth(1).waitFor()
  expect(await admin.field('Backups to keep').inputValue()).toBe('9 files')
  expect(await admin.page.evaluate('document.activeElement.tagName')).not.toBe('BODY')
  await admin.navigate('Alerts')
  await admin.button('Keep editing').click()
  await admin.heading('Backups').waitFor()

  await admin.page.getByText('Scheduled backups').click()
  await admin.field('Folder').fill('relative')
  await admin.button('Save changes').click()
  await admin.waitForText('Folder must be an absolute path.')
  await admin.field('Folder').fill('')
  await admin.button('Save changes').click()
  await admin.waitForText('Settings saved. They take effect within a second.')
  await admin.open('/admin')
  await admin.page.getByRole('region', { name: 'Health' }).getByText('within the hour').waitFor()
  await installation.admin.api.PATCH('/api/v1/admin/backups/settings', {
    body: { scheduled_backups: false },
  })
  expect(admin.problems.filter((problem) => !problem.includes('422'))).toEqual([])
})
