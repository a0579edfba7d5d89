import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer } from '../crash/smtp.ts'
import { startInstallation } from '../installation.ts'
import { register } from '../people.ts'
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
  await operator.page.waitForURL(/status=deferred/).catch(async (e) => { console.info(operator.page.url(), operator.problems); await operator.page.screenshot({path:'/tmp/w13/mbox.png'}); throw e })

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
