import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { freshEmail, PASSWORD, signIn } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser, type WatchedPage, watchedPage } from './browser.ts'

let installation: Shared
let browser: Browser
let watched: WatchedPage
let page: Page

// A user from registration to password reset. The tests build on each other.
const email = freshEmail('ada')
const newPassword = 'Another-Horse-8-Battery'

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(15_000)
  watched = await watchedPage(context)
  page = watched.page
})
afterAll(async () => {
  await browser?.close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const field = (label: string) => page.getByLabel(label, { exact: true })
const waitForText = (text: string | RegExp) => page.getByText(text).first().waitFor()

async function submitSignIn(password: string) {
  await field('Email').fill(email)
  await field('Password').fill(password)
  await button('Sign in').click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}

test('a new user registers and is asked to confirm the email address', async () => {
  await page.goto(`${installation.url}/register`)
  await field('Name').fill('Ada Lovelace')
  await field('Email').fill(email)
  await field('Account name').fill('Analytical Engines')
  await field('Password').fill(PASSWORD)
  await button('Create account').click()
  await page.getByRole('complementary', { name: 'Email not confirmed' }).waitFor()
})

test('the emailed link confirms the address, and the bell updates without a reload', async () => {
  const other = await page.context().newPage()
  const { link } = await installation.mailTo(email, 'Confirm')
  await other.goto(link)
  await other.getByText(`${email} is confirmed`).waitFor()
  await other.close()
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor()
  await button(/^Notifications/).click()
  await waitForText('Email address confirmed')
  await page.keyboard.press('Escape')
})

test('a reload keeps the session and removes the banner', async () => {
  await page.reload()
  await page.getByRole('button', { name: 'Account menu' }).waitFor()
  expect(await page.getByRole('complementary', { name: 'Email not confirmed' }).count()).toBe(0)
})

test('signing out ends access to pages', async () => {
  await button('Account menu').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await button('Sign in').waitFor()
  await page.goto(`${installation.url}/users`)
  await button('Sign in').waitFor()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

test('signing in opens the requested page', async () => {
  await submitSignIn(PASSWORD)
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
})

test('a user is added, found, changed and deleted after confirmation', async () => {
  await button('Add user').first().click()
  const drawer = page.getByRole('dialog')
  const address = freshEmail('grace')
  await drawer.getByLabel('Name').fill('Grace Hopper')
  await drawer.getByLabel('Email').fill(address)
  await drawer.getByRole('button', { name: 'Add user' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'Grace Hopper' }).waitFor()
  expect((await installation.mailTo(address)).link).toContain('/reset-password/')

  await page
    .getByPlaceholder(/search/i)
    .first()
    .fill('grace')
  await page.getByRole('link', { name: 'Ada Lovelace' }).waitFor({ state: 'hidden' })
  expect(page.url()).toContain('search=grace')

  await page.getByRole('link', { name: 'Grace Hopper' }).click()
  await page.getByRole('heading', { name: 'Grace Hopper', level: 1 }).waitFor()
  await button('Edit').click()
  await drawer.getByLabel('Name').fill('Rear Admiral Hopper')
  await drawer.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('heading', { name: 'Rear Admiral Hopper', level: 1 }).waitFor()

  await button('Actions for Rear Admiral Hopper').click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  const confirm = drawer.getByRole('button', { name: 'Delete user' })
  expect(await confirm.isDisabled()).toBe(true)
  await drawer.getByLabel(/to confirm/).fill(address)
  await confirm.click()
  await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
  const { api } = await signIn(installation.url, email)
  expect(dataOf(await api.GET('/api/v1/users')).map((user) => user.email)).toEqual([email])
})

test('a page beyond the end of a list opens its last page', async () => {
  await page.goto(`${installation.url}/users?page=7`)
  await page.getByRole('link', { name: 'Ada Lovelace' }).first().waitFor()
  await page.waitForURL(/[?&]page=1\b/)
})

test('an email address that is already taken is reported on the field', async () => {
  await button('Add user').first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Name').fill('Ada Again')
  await drawer.getByLabel('Email').fill(email)
  await drawer.getByRole('button', { name: 'Add user' }).click()
  await drawer.getByText('is already taken').waitFor()
  await drawer.getByRole('button', { name: 'Cancel' }).click()
  await button('Discard changes').click()
  await drawer.waitFor({ state: 'hidden' })
})

test('the palette opens by keyboard and navigates', async () => {
  await page.keyboard.press('ControlOrMeta+k')
  const search = page.getByRole('combobox', { name: 'Search pages, records and actions' })
  await search.fill('audit')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Audit log', level: 1 }).waitFor()
})

test('a forgotten password is reset by an emailed link', async () => {
  await button('Account menu').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor()
  await field('Email').fill(email)
  await button('Send reset link').click()
  await waitForText('Check your email')

  const { link } = await installation.mailTo(email, 'Reset')
  await page.goto(link)
  await field('Password').fill(newPassword)
  await button('Set password').click()
  await button('Sign in').waitFor()
  await submitSignIn(newPassword)
})

test('no page reported a problem', () => {
  expect(watched.problems).toEqual([])
})
