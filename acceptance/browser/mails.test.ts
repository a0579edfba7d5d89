import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import type { CapturedMail } from '../mailbox.ts'
import { createColleague, freshEmail, PASSWORD, register } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { contrastProblems, layoutProblems } from './page_problems.ts'

/** Without a space, so that it is wider than a phone, and with markup. */
const LONG_NAME = `<b>${'Wolfeschlegelsteinhausenbergerdorff'.repeat(2)}</b>&Söhne`
const WIDTHS = [600, 390]

let installation: Shared
let browser: Browser

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** Emails with and without a quote, facts, a button and a footnote. */
async function someMails(): Promise<CapturedMail[]> {
  const { url, mailTo } = installation
  const owner = await register(url, LONG_NAME, LONG_NAME)
  const invited = freshEmail('invited')
  const message = `Welcome!\n${'https://example.com/'.repeat(10)}`
  const invitation = { email: invited, roles: ['developer'], message }
  dataOf(await owner.api.POST('/api/v1/invitations', { body: invitation }))
  const member = await createColleague(url, owner)
  const change = async (id: string, body: object) =>
    dataOf(await owner.api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body }))
  await change(member.id, { email: freshEmail('moved') })
  await change(owner.id, { password: `${PASSWORD}-2`, current_password: PASSWORD })
  return [
    await mailTo(owner.email, 'Confirm your email address'),
    await mailTo(owner.email, 'Your password was changed'),
    await mailTo(member.email, 'Your email address was changed'),
    await mailTo(invited, 'invites you to'),
  ]
}

test('emails are readable in light and dark, in a window and on a phone, and load nothing', async () => {
  const mails = await someMails()
  const problems: string[] = []
  const cards = new Set<string>()
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme })
    page.on('request', (request) => problems.push(`loads ${request.url()}`))
    for (const { subject, html } of mails) {
      await page.setContent(html)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        const found = [...(await layoutProblems(page)), ...(await contrastProblems(page))]
        problems.push(...found.map((problem) => `${subject}, ${colorScheme}, ${width}: ${problem}`))
      }
      cards.add(
        await page.evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor"),
      )
      // Markup in a name is text.
      expect(await page.locator('b').count()).toBe(0)
    }
    await page.close()
  }
  expect(problems).toEqual([])
  expect(cards.size).toBe(2)
})

test('an invitation says who invites, to which account, with which role and until when', async () => {
  const { url, mailTo } = installation
  const owner = await register(url)
  const email = freshEmail('invited')
  const invitation = { email, name: 'Grace Hopper', roles: ['developer'] }
  dataOf(await owner.api.POST('/api/v1/invitations', { body: invitation }))
  const { subject, text, html, link } = await mailTo(email, 'invites you to')
  expect(subject).toBe('Ada Lovelace invites you to Analytical Engines')
  expect(text).toContain('Hello Grace Hopper,')
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    `Ada Lovelace (${owner.email}) invites you to work`,
  )
  expect(text).toMatch(/^Role: +Developer$/m)
  expect(text).toMatch(/^Valid until: \d+ \w+ \d{4}, \d\d:\d\d UTC$/m)
  const page = await browser.newPage()
  await page.setContent(html)
  const button = page.getByRole('link', { name: 'Accept the invitation' })
  expect(await button.getAttribute('href')).toBe(link)
  await page.close()
})
