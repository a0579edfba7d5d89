import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let owner: TestUser
let ada: SignedInPage
let slug: string

// The life of one article. The tests build on each other.
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

/** Opens a page of the public site as somebody who is not signed in, and returns what is read on it. */
async function visit(path: string) {
  const page = await (await browser.newContext()).newPage()
  await page.goto(new URL(path, installation.url).href)
  const text = await page.locator('body').innerText()
  await page.context().close()
  return text
}

test('an article is written in a first category, with tags, and published', async () => {
  const { page, dialog } = ada
  await ada.navigate('Knowledge base')
  await ada.button('Write article').first().click()
  await dialog.getByLabel('Title').fill('Oiling the engine')
  await dialog.getByLabel('First category').fill('Maintenance')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await page
    .getByRole('textbox', { name: 'Content' })
    .fill('# Oiling the engine\n\nUse *two* drops.')
  await page.frameLocator('iframe[title="Preview"]').locator('em').getByText('two').waitFor()
  await ada.field('Tags').first().fill('oil')
  await ada.field('Tags').first().press('Enter')
  await ada.button('Publish').click()
  await dialog.getByText('version 1').waitFor()
  await dialog.getByText('not saved yet').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const [article] = dataOf(
    await owner.api.GET('/api/v1/kb/articles', { params: { query: { admin: true } } }),
  )
  slug = article?.slug ?? ''
  expect(article).toMatchObject({
    ...{ title: 'Oiling the engine', status: 'published', tags: ['Oil'] },
    category: { name: 'Maintenance' },
  })
  expect(ada.problems).toEqual([])
})

test('a visitor reads it, and finds it by a part of a word', async () => {
  expect(await visit(`/kb/${slug}`)).toContain('Use two drops.')
  expect(await visit('/kb/search?q=engin')).toContain('Oiling the engine')
})

test('a reader comments, a moderator approves, and visitors see it', async () => {
  const stranger = await register(installation.url, 'Charles Babbage', 'Difference Engines')
  const charles = await openSignedIn(browser, installation)
  await charles.signIn(stranger.email)
  await charles.waitForShell()
  await charles.open(`/kb_comments/on/${slug}`)
  await charles.heading('Oiling the engine').waitFor()
  await charles.field('Your comment').fill('Three drops, and `no` more!')
  await charles.button('Comment').click()
  await charles.waitForText('Your comment waits for a moderator.')
  await charles.page.getByText('Pending', { exact: true }).waitFor()
  expect(await visit(`/kb/${slug}`)).not.toContain('Three drops')

  await ada.navigate('Knowledge base')
  await ada.page.getByRole('link', { name: 'Comments', exact: true }).click()
  await ada.page.getByRole('link', { name: '1 comment waits for you' }).click()
  await ada.choose('Actions for comment of Charles Babbage on Oiling the engine', 'Approve')
  await ada.waitForText('Readers see the comment now.')
  expect(await visit(`/kb/${slug}`)).toContain('Three drops, and no more!')
  expect([ada.problems, charles.problems]).toEqual([[], []])
  await charles.page.context().close()
})

test('categories are ordered and nested with the keyboard', async () => {
  const { page, dialog } = ada
  await page.getByRole('link', { name: 'Categories', exact: true }).click()
  await ada.button('Create category').click()
  await dialog.getByLabel('Name').fill('Lubricants')
  await dialog.getByRole('button', { name: 'Create category' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const item = page.getByRole('treeitem', { name: /Lubricants/ })
  await page.getByRole('treeitem', { name: /Maintenance/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+ArrowUp')
  await page.getByText('Lubricants: 1 of 2 at the top').waitFor({ state: 'attached' })
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowRight')
  await page.getByText('Lubricants: 1 of 1 in Maintenance').waitFor({ state: 'attached' })
  await page.getByRole('treeitem', { name: /Lubricants/, level: 2 }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Visitors may see it').uncheck()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await item.getByText('Private').waitFor()
  const { categories } = dataOf(
    await owner.api.GET('/api/v1/kb/categories/tree', { params: { query: { admin: true } } }),
  )
  expect(categories.map(({ name, depth, is_visible }) => [name, depth, is_visible])).toEqual([
    ['Maintenance', 1, true],
    ['Lubricants', 2, false],
  ])
  expect(await pageProblems(page)).toEqual([])
  expect(ada.problems).toEqual([])
})
