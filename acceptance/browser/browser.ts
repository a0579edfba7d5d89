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

/** The page is settled after this many idle checks in a row, 50 ms apart, so that follow-up requests have started. */
const IDLE_CHECKS = 3

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
]

/** Starts a headless Chromium, with bundled libraries if the machine lacks them. */
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

/** A page and the problems recorded in it. */
export interface WatchedPage {
  page: Page
  problems: string[]
  /** Waits until the page has its heading, nothing is busy and no request is pending. */
  settled(): Promise<void>
}

/** Opens a page and records console errors, script errors and server errors. */
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
  const pending = new Set<Request>()
  page.on('request', (request) => pending.add(request))
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  async function settled() {
    await page.locator('h1, [role="alert"]').first().waitFor()
    const busy = page.locator('[aria-busy="true"]')
    let idle = 0
    await until(async () => {
      idle = pending.size === 0 && (await busy.count()) === 0 ? idle + 1 : 0
      return idle >= IDLE_CHECKS
    }, `${page.url()} settled`)
  }
  return { page, problems, settled }
}

/**
 * The browser logs every rejected request. The app starts by requesting a session, which may not exist, and shows 404 and
 * 422 to the user. A 403 is a problem: the page should not send the request.
 */
function isExpected(text: string, url: string) {
  if (!new URL(url, 'http://nowhere').pathname.startsWith('/api/v1/')) return false
  return /status of (404|422)/.test(text) || (text.includes('of 401') && url.endsWith('/refresh'))
}
