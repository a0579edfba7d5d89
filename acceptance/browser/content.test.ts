import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let owner: TestUser
let ada: SignedInPage

// The life of one page. The tests build on each other.
beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url)
  ada = await openSignedIn(browser, installation)
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

/** The text of the preview, which is a frame without scripts. */
const preview = () => ada.page.frameLocator('iframe[title="Preview"]').locator('main')

const savedPages = async () => {
  const { data } = await owner.api.GET('/api/v1/admin/pages')
  return data?.data ?? []
}

test('a page is written with a preview, and saved with the keyboard', async () => {
  const { page, dialog } = ada
  await ada.navigate('Pages')
  await ada.button('Write page').first().click()
  await dialog.getByLabel('Title').fill('Opening hours')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  const content = page.getByRole('textbox', { name: 'Content' })
  await content.fill('# Opening hours\n\n- Monday')
  await content.press('End')
  await content.press('Enter')
  await content.pressSequentially('Tuesday')
  await preview().getByText('Tuesday').waitFor()
  await ada.waitForText('Not saved')
  await content.press('Control+S')
  await page
    .getByRole('status')
    .getByText(/^Saved/)
    .waitFor()
  const [saved] = await savedPages()
  expect(saved).toMatchObject({ title: 'Opening hours', status: 'draft', word_count: 7 })
  expect(ada.problems).toEqual([])
})

test('it is published, and visitors read it without signing in', async () => {
  const { page, dialog } = ada
  await page
    .getByRole('textbox', { name: 'Content' })
    .fill('# Opening hours\n\n- Monday\n- Wednesday')
  await ada.waitForText('Not saved')
  await ada.button('Publish').click()
  await dialog.getByText('version 1').waitFor()
  await dialog.getByText('not saved yet').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: '/p/opening-hours' }).waitFor()
  const visitor = await (await browser.newContext()).newPage()
  const problems: string[] = []
  visitor.on('console', (message) => problems.push(message.text()))
  await visitor.goto(`${installation.url}/p/opening-hours`)
  await visitor.getByRole('heading', { name: 'Opening hours' }).waitFor()
  await visitor.getByText('Wednesday').waitFor()
  expect(await visitor.locator('script').count()).toBe(0)
  expect(problems).toEqual([])
  await visitor.context().close()
})

test('a reload keeps what was typed, and a newer save is shown before it is overwritten', async () => {
  const { page } = ada
  const content = page.getByRole('textbox', { name: 'Content' })
  await content.fill('Only in this browser')
  await ada.waitForText('Not saved')
  const isKept = () =>
    page.evaluate<boolean>(
      "Object.keys(localStorage).some((key) => key.startsWith('powernode.draft.'))",
    )
  await until(isKept, 'the browser keeps the draft')
  page.once('dialog', (asked) => void asked.accept())
  await page.reload()
  await ada.waitForText('Unsaved changes')
  expect(await content.inputValue()).toBe('Only in this browser')

  const [saved] = await savedPages()
  const params = { path: { id: saved?.id ?? '' } }
  await owner.api.PATCH('/api/v1/admin/pages/{id}', { params, body: { content: 'From elsewhere' } })
  await ada.waitForText('This page was saved meanwhile')
  await ada.button('Keep mine').click()
  await ada.button('Save').click()
  await page
    .getByRole('status')
    .getByText(/^Saved/)
    .waitFor()
  const { data } = await owner.api.GET('/api/v1/admin/pages/{id}', { params })
  expect(data?.data.content).toBe('Only in this browser')
})

test('the history shows what changed, and restores an earlier version', async () => {
  const { page, dialog } = ada
  await ada.openTab('History')
  const changes = page.getByRole('region', { name: 'Changes of version 2' })
  await changes.getByText('Only in this browser').waitFor()
  await page.getByRole('combobox', { name: 'Version' }).click()
  await page.getByRole('option', { name: /^Version 1/ }).click()
  await ada.button('Restore').click()
  await dialog.getByRole('button', { name: 'Restore version' }).click()
  await ada.waitForText('Version 1 was restored as a new version.')
  expect((await savedPages())[0]).toMatchObject({ status: 'published', word_count: 7 })
  expect(ada.problems).toEqual([])
})
