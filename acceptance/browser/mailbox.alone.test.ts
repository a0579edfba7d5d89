import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer } from '../crash/smtp.ts'
import { startInstallation } from '../installation.ts'
import { mailsTo } from '../mailbox.ts'
import { register } from '../people.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

/** A mail server's error may contain a word that is wider than the screen. */
const REASON = `4.7.1 Greylisted, try again later: ${'long'.repeat(40)}`

let installation: Installation
let browser: Browser
let operator: SignedInPage
let mailServer: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mailServer = await startMailServer(0)
  mailServer.turnAway(REASON)
  installation = await startInstallation({ SMTP_URL: mailServer.url })
  browser = await startBrowser()
  operator = await openSignedIn(browser, installation)
  await operator.signIn(installation.admin.email)
  await operator.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
  await mailServer?.stop()
})

test('a deferred email shows the reason in the mailbox and can be resent', async () => {
  const { email } = await register(installation.url)
  await operator.navigate('Mailbox')
  await operator.heading('Mailbox').waitFor()
  const row = operator.page.getByRole('listitem').filter({ hasText: email })
  await row.getByText('Deferred', { exact: true }).waitFor()
  await row.getByText(`The mail server responded: 451 ${REASON}`).waitFor()
  await row.getByRole('link').click()
  await operator.page.getByRole('alert').getByText('This email is waiting for a retry').waitFor()
  await operator.waitForText(/^1 attempt, the last/)

  await operator.open('/')
  const attention = operator.page.getByRole('region', { name: 'Needs attention' })
  await attention.getByText(/waiting for a retry/).waitFor()
  await attention.getByRole('link', { name: 'View' }).click()
  await operator.page.waitForURL(/status=deferred/)

  await operator.page.setViewportSize({ width: 390, height: 800 })
  await row.getByRole('link').click()
  const box = await operator.button('Resend').boundingBox()
  expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThan(390)
  await operator.page.setViewportSize({ width: 1440, height: 900 })

  mailServer.turnAway()
  await row.getByRole('link').click()
  await operator.button('Resend').click()
  await operator.waitForText('The email was queued.')
  await operator.page.getByRole('article').getByText('Sent', { exact: true }).waitFor()
  expect(mailServer.received.filter(({ to }) => to === email)).toHaveLength(1)
  expect(operator.problems).toEqual([])
})

test('failed emails are listed on Home and resent together', async () => {
  mailServer.turnAway('5.7.1 Relaying denied', 550)
  const people = [await register(installation.url), await register(installation.url)]
  const { admin } = installation
  const mails = async () =>
    (await Promise.all(people.map(({ email }) => mailsTo(admin, email)))).flat()
  const all = (wanted: string) => async () =>
    (await mails()).every(({ status }) => status === wanted)
  await until(all('failed'), 'both emails failed')
  const attention = operator.page.getByRole('region', { name: 'Needs attention' })
  await operator.open('/')
  await attention.getByText('2 emails of the last 7 days could not be sent.').waitFor()
  await attention.getByRole('link', { name: 'Open mailbox' }).click()
  await operator.page.waitForURL(/status=failed&date_from=/)
  mailServer.turnAway()
  await operator.button('Resend 2 emails').click()
  await operator.waitForText('2 queued.')
  await until(all('sent'), 'both emails were sent')
  await operator.waitForText('No emails match your search and filters.')
  expect(operator.problems).toEqual([])
})
