import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMailServer } from '../crash/smtp.ts'
import { startInstallation } from '../installation.ts'
import { register } from '../people.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

/** Mail servers write words that no screen is wide enough for. */
const REASON = `4.7.1 Greylisted, try again later: ${'long'.repeat(40)}`

let house: Installation
let browser: Browser
let seat: SignedInPage
let post: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  post = await startMailServer(0)
  post.turnAway(REASON)
  house = await startInstallation({ SMTP_URL: post.url })
  browser = await startBrowser()
  seat = await openSignedIn(browser, house)
  await seat.signIn(house.admin.email)
  await seat.isIn()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await post?.stop()
})

test('a mail that the mail server turned away waits in the mailbox with the reason, and is sent by hand', async () => {
  const { email } = await register(house.url)
  await seat.follow('Mailbox')
  await seat.heading('Mailbox').waitFor()
  const row = seat.page.getByRole('listitem').filter({ hasText: email })
  await row.getByText('Deferred', { exact: true }).waitFor()
  await row.getByText(`The mail server answered: 451 ${REASON}`).waitFor()
  await row.getByRole('link').click()
  await seat.page.getByRole('alert').getByText('This mail waits to be sent again').waitFor()
  await seat.reads(/^One try, the last/)

  await seat.open('/')
  const attention = seat.page.getByRole('region', { name: 'Needs attention' })
  await attention.getByText(/waits? to be sent again/).waitFor()
  await attention.getByRole('link', { name: 'See why' }).click()
  await seat.page.waitForURL(/status=deferred/)

  await seat.page.setViewportSize({ width: 390, height: 800 })
  await row.getByRole('link').click()
  const box = await seat.button('Send again').boundingBox()
  expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThan(390)
  await seat.page.setViewportSize({ width: 1440, height: 900 })

  post.turnAway()
  await row.getByRole('link').click()
  await seat.button('Send again').click()
  await seat.reads('The mail is queued again.')
  await seat.page.getByRole('article').getByText('Sent', { exact: true }).waitFor()
  expect(post.received.filter(({ to }) => to === email)).toHaveLength(1)
  expect(seat.problems).toEqual([])
})
