import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { ADMIN_EMAIL, type Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let owner: TestUser
let ada: SignedInPage

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url, 'Ada Lovelace', 'Analytical Stores')
  ada = await openSignedIn(browser, installation)
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(() => browser?.close())

const row = (page: SignedInPage, name: string) =>
  page.page.getByRole('row').filter({ hasText: name })

test('a bucket is added, and what is wrong with it is said in words', async () => {
  const { page, dialog } = ada
  await ada.navigate('Storage')
  await ada.button('Add storage').click()
  await dialog.getByLabel('Name').fill('Bucket')
  await dialog.getByLabel('Type', { exact: true }).selectOption('MinIO')
  await dialog.getByLabel('Bucket').fill('tower-files')
  await dialog.getByLabel('Endpoint').fill('https://10.0.0.1')
  await dialog.getByLabel('Access key').fill('AKIATOWER')
  await dialog.getByLabel('Secret key').fill('a-secret-of-the-tower')
  expect(await pageProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Add storage' }).click()
  await dialog.getByText('Endpoint must not point to a private address.').waitFor()
  await dialog.getByLabel('Endpoint').fill('https://objects.invalid')
  await dialog.getByRole('button', { name: 'Add storage' }).click()
  await ada.waitForText(
    'The storage was added, but cannot be used: The host name of the storage was not found',
  )
  await row(ada, 'Bucket').getByText('MinIO, tower-files').waitFor()
  await row(ada, 'Bucket').getByText('Test failed').waitFor()
  await row(ada, 'Bucket').getByText('The host name of the storage was not found').waitFor()
  expect(await pageProblems(page)).toEqual([])
})

test('the key of a bucket is replaced, and stays when it is not entered', async () => {
  const { dialog } = ada
  await ada.choose('Actions for Bucket', 'Edit')
  expect(await dialog.getByLabel('Secret key').inputValue()).toBe('')
  await dialog.getByLabel('Region').fill('eu-tower-1')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await ada.waitForText('The storage was saved.')
  const { data } = await owner.api.GET('/api/v1/storage')
  const bucket = data?.data.find(({ name }) => name === 'Bucket')
  expect(bucket?.configuration).toEqual({
    ...{ bucket: 'tower-files', region: 'eu-tower-1', access_key_id: 'AKIATOWER' },
    endpoint: 'https://objects.invalid',
  })
  expect(ada.problems).toEqual([])
})

test('an administrator limits the space of an account', async () => {
  const admin = await openSignedIn(browser, installation)
  await admin.signIn(ADMIN_EMAIL)
  await admin.waitForShell()
  await admin.navigate('Storage limits')
  await admin.open('/admin/storage?search=Analytical+Stores')
  const account = row(admin, 'Analytical Stores')
  await account.getByText('Default').waitFor()
  await admin.choose('Actions for Analytical Stores', 'Change limit')
  await admin.dialog.getByLabel('Limit').fill('5')
  expect(await pageProblems(admin.page)).toEqual([])
  await admin.dialog.getByRole('button', { name: 'Save changes' }).click()
  await admin.waitForText('The limit of Analytical Stores was changed.')
  await account.getByText('5 GB').waitFor()
  expect((await owner.api.GET('/api/v1/storage/stats')).data?.data.limit_bytes).toBe(5e9)
  await admin.choose('Actions for Analytical Stores', 'Change limit')
  await admin.dialog.getByLabel('Limit').fill('')
  await admin.dialog.getByRole('button', { name: 'Save changes' }).click()
  await account.getByText('Default').waitFor()
  expect(admin.problems).toEqual([])
})
