import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { PASSWORD, register } from '../people.ts'
import { postgresUrl, type Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn } from './signed_in.ts'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const STEP_MS = 30_000

let installation: Shared
let browser: Browser

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** Makes the last identity confirmation of the user's sessions too old for sensitive actions. */
async function expireConfirmation(email: string) {
  const client = new pg.Client(await postgresUrl(installation))
  await client.connect()
  await client.query(
    `update sessions set proved_at = proved_at - interval '11 minutes'
     where user_id = (select id from users where email = $1)`,
    [email],
  )
  await client.end()
}

test('two-factor authentication works with an app code and with a backup code', async () => {
  const { email } = await register(installation.url)
  const user = await openSignedIn(browser, installation)
  const { page, button, field, dialog } = user
  await user.signIn(email)
  await user.waitForShell()
  await user.choose('Account menu', 'Security')
  await expireConfirmation(email)
  await button('Turn on').click()
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
  expect(user.problems.splice(0)).toEqual([expect.stringContaining('403 (Forbidden)')])
  const key = await dialog.locator('.mono').innerText()
  const phone = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  await dialog.getByLabel('Authentication code').fill(phone.generate())
  await dialog.getByRole('button', { name: 'Turn on' }).click()

  const codes = dialog.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')
  await codes.first().waitFor()
  const backup = await codes.allInnerTexts()
  expect(new Set(backup).size).toBe(10)
  expect(await dialog.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true)
  await dialog.getByLabel('I saved them').check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await user.waitForText('10 backup codes left.')

  await user.signOut()
  await user.signIn(email)
  // The code used for the setup is not accepted again, so use the next one.
  await field('Authentication code').fill(phone.generate({ timestamp: Date.now() + STEP_MS }))
  await button('Continue').click()
  await user.waitForShell()

  await user.signOut()
  await user.signIn(email)
  await button('Use a backup code').click()
  await field('Backup code').fill(backup[0] ?? '')
  await button('Continue').click()
  await user.waitForShell()
  await user.open('/security')
  await user.waitForText('9 backup codes left.')
  expect(user.problems).toEqual([])
  await page.context().close()
})

test('a passkey signs in without a password and code', async () => {
  const { email, name } = await register(installation.url)
  const confirmation = await installation.mailTo(email, 'Confirm')
  const user = await openSignedIn(browser, installation)
  const { page, button, field, dialog } = user
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      automaticPresenceSimulation: true,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  await user.signIn(email)
  await user.waitForShell()
  await user.choose('Account menu', 'Security')
  await expireConfirmation(email)
  await button('Add passkey').click()
  await dialog.getByLabel('Name').fill('Work laptop')
  await dialog.getByRole('button', { name: 'Add passkey' }).click()
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('list', { name: 'Passkeys' }).getByText('Work laptop').waitFor()
  expect(user.problems.splice(0)).toEqual([expect.stringContaining('403 (Forbidden)')])

  await user.signOut()
  await button('Sign in with a passkey').click()
  await user.waitForShell()
  await button('Account menu').click()
  await page.getByRole('menu').getByText(name).waitFor()
  await page.keyboard.press('Escape')
  await user.open('/security')
  await user.waitForText(/Last used (?!never)/)
  expect(user.problems).toEqual([])

  // A new password does not remove passkeys; the reset page offers to remove them.
  await page.goto(confirmation.link)
  await user.waitForText(/is confirmed/)
  await user.open('/')
  await user.signOut()
  await user.open('/forgot-password')
  await field('Email').fill(email)
  await button('Send reset link').click()
  await page.goto((await installation.mailTo(email, 'Reset')).link)
  await field('Password').fill('Another-Horse-8-Battery')
  await page.getByLabel('Also remove my passkeys').check()
  await button('Set password').click()
  await button('Sign in with a passkey').click()
  await user.waitForText('This passkey cannot be used')
  await page.context().close()
})

test('a session ended from another device is signed out immediately', async () => {
  const { email } = await register(installation.url)
  const desk = await openSignedIn(browser, installation)
  const phone = await openSignedIn(browser, installation, { userAgent: IPHONE })
  for (const user of [desk, phone]) {
    await user.signIn(email)
    await user.waitForShell()
  }
  await desk.open('/security')
  const sessions = desk.page.getByRole('list', { name: 'Sessions' })
  await sessions.getByText('This device').waitFor()
  await sessions.getByRole('button', { name: 'End session on Safari on iOS' }).click()
  await sessions.getByText('Safari on iOS').waitFor({ state: 'detached' })
  expect(desk.problems).toEqual([])

  await phone.button('Sign in').waitFor()
  await phone.open('/users')
  await phone.button('Sign in').waitFor()
  await desk.page.reload()
  await desk.heading('Security').waitFor()
  await Promise.all([desk, phone].map(({ page }) => page.context().close()))
})
