import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { startBrowser, watchedPage } from '../browser/browser.ts'
import { layoutProblems } from '../browser/page_problems.ts'
import { openSignedIn } from '../browser/signed_in.ts'
import { type Installation, runUp } from '../up.ts'
import { type Story, tellStory } from './story.ts'

const root = join(import.meta.dirname, '../..')
const ARTIFACTS = join(root, 'acceptance/artifacts/pictures')
const IMAGES = join(root, 'docs/images')
/** The pictures that the documentation shows. */
const documented = ['home', 'mail']

const desktop = { viewport: { width: 1280, height: 760 } }
const MAIL = { width: 560, height: 600 }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

interface Picture {
  name: string
  path: string
  by: 'owner' | 'admin'
  options?: BrowserContextOptions
  /** What is done before the picture is taken. */
  search?: string
}

// Twelve pictures with the mail: each of the five page shapes, both homes, the palette, dark mode and the phone.
const pictures = ({ webhookId, keyId }: Story): Picture[] => [
  { name: 'home', path: '/', by: 'owner' },
  { name: 'home-admin', path: '/', by: 'admin' },
  { name: 'list', path: '/users', by: 'owner' },
  { name: 'webhook', path: `/webhooks/${webhookId}`, by: 'owner' },
  { name: 'form', path: '/api_keys/new', by: 'owner' },
  { name: 'business', path: '/business', by: 'admin' },
  { name: 'logs', path: '/admin/logs', by: 'admin' },
  { name: 'palette', path: '/', by: 'owner', search: 'key' },
  { name: 'phone-home', path: '/', by: 'owner', options: phone },
  { name: 'phone-list', path: '/webhooks/deliveries', by: 'owner', options: phone },
  { name: 'dark', path: `/api_keys/${keyId}`, by: 'owner', options: { colorScheme: 'dark' } },
]

await mkdir(ARTIFACTS, { recursive: true })
const installation = await runUp({ WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true', LOG_LEVEL: 'info' })
const browser = await startBrowser()
try {
  const story = await tellStory(installation)
  for (const picture of pictures(story)) await take(picture, installation, browser, story)
  await takeMail(story.invitation, browser)
} finally {
  await browser.close()
  await installation.stop()
}

async function take(
  picture: Picture,
  { url, admin }: Installation,
  browser: Browser,
  story: Story,
) {
  const { name, path, by, options, search } = picture
  const visitor = await openSignedIn(browser, { url }, { ...desktop, ...options })
  const { page, problems } = visitor
  await visitor.signIn((by === 'owner' ? story.owner : admin).email)
  await visitor.button('Account menu').waitFor()
  await visitor.open(path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  if (search) {
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox').fill(search)
    await page.getByText('Searching…').waitFor({ state: 'hidden' })
  }
  await page.screenshot({ path: fileOf(name) })
  problems.push(...(await layoutProblems(page)))
  for (const problem of problems) console.error(`${name}: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
  await page.context().close()
}

/** An email in light and dark, side by side. */
async function takeMail(html: string, browser: Browser) {
  const views: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: MAIL })
    const { page } = await watchedPage(context)
    await page.setContent(html)
    views.push((await page.screenshot({ fullPage: true })).toString('base64'))
    await context.close()
  }
  const page = await browser.newPage({ viewport: { ...MAIL, width: 2 * MAIL.width } })
  const images = views.map((view) => `<img src="data:image/png;base64,${view}" alt="">`)
  const row = 'display: flex; align-items: flex-start; margin: 0'
  await page.setContent(`<!doctype html><body style="${row}">${images.join('')}</body>`)
  await page.screenshot({ path: fileOf('mail'), fullPage: true })
  await page.close()
}

function fileOf(name: string): string {
  return join(documented.includes(name) ? IMAGES : ARTIFACTS, `${name}.png`)
}
