import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script><text y="9">Hi</text></svg>'

let installation: Shared
let browser: Browser
let owner: TestUser
let ada: SignedInPage
let folder: string
/** A link to a file that a test shares. */
let link: string

// The life of a few files. The tests build on each other.
beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  folder = await mkdtemp(join(tmpdir(), 'powernode-files-'))
  owner = await register(installation.url)
  ada = await openSignedIn(browser, installation)
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

const row = (name: string) => ada.page.getByRole('row').filter({ hasText: name })
const choose = (files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  ada.page.locator('input[type="file"]').first().setInputFiles(files)

test('files are uploaded with their progress, and a refusal is explained', async () => {
  const { page } = ada
  await ada.navigate('Files')
  await choose([
    { name: 'logo.png', mimeType: 'image/png', buffer: PNG },
    { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(SVG) },
    { name: 'setup.exe', mimeType: 'image/png', buffer: Buffer.from('MZ') },
  ])
  await ada.waitForText('All uploads have ended')
  await row('logo.png').waitFor()
  await row('drawing.svg').waitFor()
  await ada.waitForText('The file must not have the extension .exe.')
  expect(await pageProblems(page)).toEqual([])
  await ada.button('Clear').click()
  await page.getByRole('region', { name: 'Uploads' }).waitFor({ state: 'hidden' })
})

test('a file is shown in a drawer that a link opens', async () => {
  const { page, dialog } = ada
  await page.getByRole('button', { name: 'logo.png', exact: true }).click()
  const picture = dialog.getByRole('img', { name: 'logo.png' })
  await picture.waitFor()
  const width = `document.querySelector('img[alt="logo.png"]').naturalWidth`
  await expect.poll(() => page.evaluate<number>(width)).toBe(1)
  await dialog.getByText('image/png').waitFor()
  expect(await pageProblems(page)).toEqual([])
  expect(new URL(page.url()).searchParams.get('file')).toMatch(/^[0-9a-f-]{36}$/)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
})

test('an upload that is interrupted by a reload goes on when the same file is chosen again', async () => {
  const { page } = ada
  const path = join(folder, 'plan.bin')
  await writeFile(path, Buffer.alloc(9_000_000, 7))
  await ada.open('/files')
  // Its bytes are held until the page is left.
  await page.route('**/api/v1/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') await route.continue()
  })
  await page.locator('input[type="file"]').first().setInputFiles(path)
  await ada.waitForText('1 upload running')
  const started = () => page.evaluate<string>(`localStorage.getItem('powernode.uploads') ?? ''`)
  await expect.poll(started, { timeout: 10_000 }).toContain('plan.bin')
  await page.unroute('**/api/v1/uploads/*')
  await page.reload()
  await ada.waitForText(/1 upload interrupted/)
  expect(await pageProblems(page)).toEqual([])
  const resumed = page.waitForRequest((request) => request.method() === 'HEAD')
  await page.locator('input[type="file"]').first().setInputFiles(path)
  expect((await resumed).url()).toContain('/api/v1/uploads/')
  await ada.waitForText('All uploads have ended')
  await row('plan.bin').waitFor()
  expect(await started()).toBe('[]')
  await ada.button('Clear').click()
})

test('files can be dropped anywhere on the page', async () => {
  const { page } = ada
  await page.evaluate(`{
    const transfer = new DataTransfer()
    transfer.items.add(new File(['Dropped'], 'dropped.txt'))
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }
  }`)
  await row('dropped.txt').waitFor()
  await ada.button('Clear').click()
})

test('a file has tags, versions and links, which its drawer shows', async () => {
  const { page, dialog } = ada
  await ada.choose('Actions for dropped.txt', 'Edit details')
  await dialog.getByLabel('Tags').fill('Tower')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await ada.waitForText('The file was saved.')
  await page.getByRole('button', { name: 'dropped.txt', exact: true }).click()
  await dialog.getByText('tower').waitFor()
  expect(await pageProblems(page)).toEqual([])
  await dialog.getByRole('tab', { name: 'Versions' }).click()
  await dialog.getByText('Version 1').waitFor()
  expect(await pageProblems(page)).toEqual([])
  const content = { name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('Newer') }
  await dialog.locator('input[type="file"]').setInputFiles(content)
  await dialog.waitFor({ state: 'hidden' })
  await ada.waitForText('All uploads have ended')
  await page.getByRole('button', { name: 'dropped.txt', exact: true }).click()
  await dialog.getByRole('tab', { name: 'Versions' }).click()
  await dialog.getByText('Version 2').waitFor()
  await dialog.getByRole('tab', { name: 'Shown in' }).click()
  await dialog.getByText(/No published page shows this file/).waitFor()
  await dialog.getByRole('tab', { name: 'Links' }).click()
  await dialog.getByRole('button', { name: 'Share by link' }).click()
  await page
    .getByRole('dialog', { name: 'Share by link' })
    .getByLabel('Password', { exact: true })
    .fill('horse')
  await page.getByRole('button', { name: 'Create link' }).click()
  link = await page.getByLabel('Link', { exact: true }).innerText()
  await page.getByLabel('I saved it').check()
  await page.getByRole('button', { name: 'Done' }).click()
  await dialog.getByText('Download, opened 0 times, with a password').waitFor()
  expect(await pageProblems(page)).toEqual([])
})

test('somebody without an account opens a link with its password, until it is revoked', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const visitor = await context.newPage()
  await visitor.goto(link)
  await visitor.getByRole('heading', { name: 'dropped.txt' }).waitFor()
  expect(await pageProblems(visitor)).toEqual([])
  await visitor.getByLabel('Password', { exact: true }).fill('wrong')
  await visitor.getByRole('button', { name: 'Download' }).click()
  await visitor.getByText('The password of this link is wrong').waitFor()
  await visitor.getByLabel('Password', { exact: true }).fill('horse')
  const downloading = visitor.waitForEvent('download')
  await visitor.getByRole('button', { name: 'Download' }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe('Newer')
  const { page, dialog } = ada
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await page
    .getByRole('dialog', { name: 'Revoke this link?' })
    .getByRole('button', { name: 'Revoke' })
    .click()
  await dialog.getByText('Revoked').waitFor()
  await visitor.reload()
  await visitor.getByRole('heading', { name: 'This link does not work' }).waitFor()
  await context.close()
  await page.keyboard.press('Escape')
})

test('scripts in an uploaded drawing do not run, wherever it is opened', async () => {
  await ada.choose('Actions for drawing.svg', 'Make public')
  await ada.dialog.getByRole('button', { name: 'Make public' }).click()
  await row('drawing.svg').getByText('Public').waitFor()
  const { data } = await owner.api.GET('/api/v1/files', {
    params: { query: { search: 'drawing' } },
  })
  const address = `${installation.url}/f/${data?.data[0]?.id}`
  const visitor = await (await browser.newContext()).newPage()
  await visitor.setContent(`<title>quiet</title><iframe src="${address}"></iframe>`)
  const [download] = await Promise.all([
    visitor.waitForEvent('download'),
    visitor.goto(address).catch(() => {}), // it is saved instead
  ])
  expect(download.suggestedFilename()).toBe('drawing.svg')
  expect(await visitor.title()).not.toBe('run')
  await visitor.context().close()
})

test('a file goes to the trash, is restored, and is deleted permanently', async () => {
  const { page, dialog } = ada
  await ada.choose('Actions for logo.png', 'Move to trash')
  await dialog.getByRole('button', { name: 'Move to trash' }).click()
  await row('logo.png').waitFor({ state: 'hidden' })
  await ada.open('/files?deleted=true')
  await ada.choose('Actions for logo.png', 'Restore')
  await row('logo.png').waitFor({ state: 'hidden' })
  await ada.open('/files')
  await row('logo.png').waitFor()
  await ada.choose('Actions for logo.png', 'Move to trash')
  await dialog.getByRole('button', { name: 'Move to trash' }).click()
  await row('logo.png').waitFor({ state: 'hidden' })
  await ada.open('/files?deleted=true')
  await ada.choose('Actions for logo.png', 'Delete permanently')
  await dialog.getByRole('button', { name: 'Delete permanently' }).click()
  await page.getByText('logo.png was deleted.').waitFor()
  // The worker has its bytes removed.
  await expect
    .poll(async () => (await owner.api.GET('/api/v1/storage/stats')).data?.data.files_count, {
      timeout: 30_000,
    })
    .toBe(4)
})

test('the space is shown, and a storage is added, tested and made the default', async () => {
  const { page, dialog } = ada
  await ada.navigate('Storage')
  await row('Local storage').getByText('Kept here').waitFor()
  await ada.button('Add storage').click()
  await dialog.getByLabel('Name').fill('Archive')
  await dialog.getByLabel('Folder').fill('../escape')
  await dialog.getByRole('button', { name: 'Add storage' }).click()
  await dialog.getByText(/Enter a relative path/).waitFor()
  await dialog.getByLabel('Folder').fill('archive')
  await dialog.getByLabel('Quota').fill('500')
  await dialog.getByRole('button', { name: 'Add storage' }).click()
  await row('Archive').getByText('0 B of 500 MB').waitFor()
  await ada.choose('Actions for Archive', 'Test')
  await page.getByText(/^Archive: Files can be written and read/).waitFor()
  await ada.choose('Actions for Archive', 'Keep new files here')
  await row('Archive').getByText('Kept here').waitFor()
  expect(await pageProblems(page)).toEqual([])
  expect(ada.problems).toEqual([])
})
