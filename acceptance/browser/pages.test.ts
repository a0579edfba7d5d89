import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Installation, startInstallation } from '../installation.ts'
import { colleague, PASSWORD, type Person, register } from '../people.ts'
import { startBrowser, watchedPage } from './browser.ts'

const ARTIFACTS = join(import.meta.dirname, '../artifacts')
const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
}
const PUBLIC = [
  '/sign-in',
  '/register',
  '/forgot-password',
  '/reset-password/x',
  '/verify-email?token=x',
]

let house: Installation
let browser: Browser
let people: Record<string, Person | undefined>

beforeAll(async () => {
  house = await startInstallation()
  const owner = await register(house.url)
  await colleague(house.url, owner, ['developer'])
  people = {
    visitor: undefined,
    owner,
    member: await colleague(house.url, owner),
    admin: house.admin,
  }
  browser = await startBrowser()
  await mkdir(ARTIFACTS, { recursive: true })
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const looks = Object.keys(sizes).flatMap((size) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ['visitor', 'owner', 'member', 'admin'].map((who) => ({
      who,
      theme,
      size: size as keyof typeof sizes,
    })),
  ),
)

test.for(looks)(
  'every page is sound for the $who, $theme, on a $size',
  async ({ who, theme, size }) => {
    // Axe puts a script of its own into the page, which the policy of the app forbids.
    const context = await browser.newContext({
      ...{ viewport: sizes[size], colorScheme: theme, reducedMotion: 'reduce', bypassCSP: true },
    })
    context.setDefaultTimeout(15_000)
    const found: string[] = []
    try {
      const { page, problems } = await watchedPage(context)
      const person = people[who]
      if (person) await letIn(page, person)
      const paths = person ? await destinations(page) : PUBLIC
      for (const path of paths) {
        await page.goto(house.url + path)
        await settled(page)
        found.push(...(await faults(page)), ...problems.splice(0).map((one) => `${path}: ${one}`))
        const name = `${who}-${path.replaceAll(/\W+/g, '_')}-${theme}-${size}.png`
        await page.screenshot({ path: join(ARTIFACTS, name) })
      }
    } finally {
      await context.close()
    }
    expect(found).toEqual([])
  },
)

test('the page of the API works offline and complains of nothing', async () => {
  const context = await browser.newContext()
  const outside: string[] = []
  await context.route(
    (url) => url.origin !== house.url,
    (route) => {
      outside.push(route.request().url())
      return route.abort()
    },
  )
  const { page, problems } = await watchedPage(context)
  await page.goto(`${house.url}/api/docs`)
  await page.getByText('Powernode API').first().waitFor()
  await page.screenshot({ path: join(ARTIFACTS, 'api-docs.png') })
  await context.close()
  expect(problems).toEqual([])
  expect(outside).toEqual([])
})

async function letIn(page: Page, { email }: Person) {
  await page.goto(`${house.url}/sign-in`)
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Account menu' }).waitFor()
}

/** Every page the navigation offers, those of the person, one that is denied or missing, and one record. */
async function destinations(page: Page): Promise<string[]> {
  const links = await page
    .locator('nav a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.length).toBeGreaterThan(1)
  const more = ['/notifications', '/profile', '/nosuch', '/admin/mails', `/users/${house.admin.id}`]
  return [...new Set([...links, ...more])].filter((path) => path.startsWith('/'))
}

async function settled(page: Page) {
  await page.locator('h1, [role="alert"]').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** What is wrong with the page as it stands: accessibility, its heading, anything wider than the window. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze()
  const path = new URL(page.url()).pathname
  const axe = violations.map(
    ({ id, help, nodes }) => `${path}: ${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`,
  )
  const [wide, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  const headings = await page.locator('h1').count()
  return [
    ...axe,
    ...(wide > window ? [`${path}: ${wide} px wide in a window of ${window}`] : []),
    ...(headings === 1 ? [] : [`${path}: ${headings} headings of the first level`]),
  ]
}
