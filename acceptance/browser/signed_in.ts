import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { PASSWORD } from '../people.ts'
import type { Shared } from '../up.ts'
import { watchedPage } from './browser.ts'

/** A browser context of one user, with helpers to use the app. */
export interface SignedInPage {
  page: Page
  problems: string[]
  /** The drawer or dialog that is open. */
  dialog: Locator
  button(name: string | RegExp): Locator
  field(label: string): Locator
  heading(name: string): Locator
  /** A banner or side panel. */
  aside(label: string): Locator
  /** Waits until the text is on the page. */
  waitForText(text: string | RegExp): Promise<void>
  /** Loads a page. */
  open(path: string): Promise<unknown>
  /** The labels of the navigation. */
  navigationEntries(): Promise<string[]>
  /** Follows a link of the navigation, without a reload. */
  navigate(entry: string): Promise<void>
  /** Selects a tab of a detail page. */
  openTab(name: string): Promise<void>
  /** Opens a menu and selects an item. */
  choose(menu: string, item: string): Promise<void>
  signIn(email: string, password?: string): Promise<void>
  waitForShell(): Promise<void>
  signOut(): Promise<void>
}

export async function openSignedIn(
  browser: Browser,
  { url }: Pick<Shared, 'url'>,
  options: BrowserContextOptions = {},
): Promise<SignedInPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const { page, problems } = await watchedPage(context)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const navigation = page.getByRole('navigation', { name: 'Main' })

  async function choose(menu: string, item: string) {
    await button(menu).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  return {
    page,
    problems,
    button,
    field,
    choose,
    dialog: page.getByRole('dialog'),
    heading: (name) => page.getByRole('heading', { name, exact: true, level: 1 }),
    aside: (name) => page.getByRole('complementary', { name, exact: true }),
    waitForText: (text) => page.getByText(text).first().waitFor(),
    open: (path) => page.goto(new URL(path, url).href),
    async navigationEntries() {
      await navigation.getByRole('link').first().waitFor()
      return navigation.getByRole('link').allInnerTexts()
    },
    navigate: (name) => navigation.getByRole('link', { name, exact: true }).click(),
    openTab: (name) => page.getByRole('tab', { name, exact: true }).click(),
    waitForShell: () => navigation.waitFor(),
    async signIn(email, password = PASSWORD) {
      await page.goto(`${url}/sign-in`)
      await field('Email').fill(email)
      await field('Password').fill(password)
      await button('Sign in').click()
    },
    async signOut() {
      await choose('Account menu', 'Sign out')
      await button('Sign in').waitFor()
    },
  }
}
