import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'
import { until } from '../until.ts'
import { unpackChromium } from './chromium.ts'

/** So many looks in a row, 50 ms apart, find the page at rest: what one reply makes it ask for has begun by then. */
const QUIET_LOOKS = 3

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
]

/** Starts a headless Chromium, also where the machine has none of the libraries it needs. */
export async function startBrowser(): Promise<Browser> {
  const { program, libraries, fonts } = await unpackChromium()
  const start = (env: Record<string, string>) =>
    chromium.launch({
      executablePath: program,
      args: FLAGS,
      env: { ...(process.env as Record<string, string>), ...env },
    })
  const font = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: fonts }
  return start(font).catch(() => start({ ...font, LD_LIBRARY_PATH: libraries }))
}

/** What went wrong in a page, as it happens. */
export interface WatchedPage {
  page: Page
  problems: string[]
  /** Waits until the page has its heading, nothing on it is busy and it asks for nothing more. */
  settled(): Promise<void>
}

/** A page whose console errors, failed scripts and server errors are written down. */
export async function watchedPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message.text(), message.location().url)) return
    problems.push(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  const asked = new Set<Request>()
  page.on('request', (request) => asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  async function settled() {
    await page.locator('h1, [role="alert"]').first().waitFor()
    const busy = page.locator('[aria-busy="true"]')
    let quiet = 0
    await until(async () => {
      quiet = asked.size === 0 && (await busy.count()) === 0 ? quiet + 1 : 0
      return quiet >= QUIET_LOOKS
    }, `${page.url()} settled`)
  }
  return { page, problems, settled }
}

/**
 * The browser reports every refusal as an error of its own. Asking for a session where there is none is how the app
 * starts; a worthless link or a missing record is shown to the person. A 403 is a fault: the page should not ask.
 */
function isExpected(text: string, url: string) {
  if (!new URL(url, 'http://nowhere').pathname.startsWith('/api/v1/')) return false
  return /status of (404|422)/.test(text) || (text.includes('of 401') && url.endsWith('/refresh'))
}
