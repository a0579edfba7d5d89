import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { createColleague, freshEmail, PASSWORD, register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let owner: TestUser
let ada: SignedInPage
let grace: SignedInPage

// An owner invites a colleague. The tests build on each other.
const email = freshEmail('grace')

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url)
  ada = await openSignedIn(browser, installation)
  grace = await openSignedIn(browser, installation)
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

test('an invited user sets a password and is signed in', async () => {
  const { dialog } = ada
  await ada.navigate('Invitations')
  await ada.button('Invite user').first().click()
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByLabel('Name').fill('Grace Hopper')
  await dialog.getByText('Member', { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await ada.page.getByRole('cell', { name: email, exact: true }).waitFor()

  await grace.open((await installation.mailTo(email)).link)
  await grace.heading('Join Analytical Engines').waitFor()
  expect(await grace.field('Name').inputValue()).toBe('Grace Hopper')
  await grace.field('Password').fill(PASSWORD)
  await grace.button('Accept invitation').click()
  await grace.waitForShell()
  await grace.waitForText('You have joined Analytical Engines.')
  await grace.page.reload()
  await grace.waitForShell()
})

test('a page without permission names the permission and who can grant it', async () => {
  const entries = await grace.navigationEntries()
  expect(entries).toContain('Users')
  for (const hidden of ['Audit log', 'Roles', 'Invitations', 'Delegations', 'Impersonations']) {
    expect(entries).not.toContain(hidden)
  }
  await grace.open('/audit_logs')
  await grace.heading('You don’t have access to this page').waitFor()
  await grace.waitForText('audit_logs.read')
  await grace.waitForText(
    'Ask an owner of Analytical Engines (Ada Lovelace) for a role that includes it.',
  )
  await grace.page.getByRole('link', { name: 'Go home' }).click()
  await grace.heading('Home').waitFor()
})

test('a custom role previews its permissions before it is saved', async () => {
  const { page, dialog } = ada
  await ada.navigate('Roles')
  await ada.button('Create role').click()
  await dialog.getByLabel('Display name').fill('Book keeper')
  await dialog.getByRole('button', { name: 'Create role' }).click()
  await ada.heading('Book keeper').waitFor()
  await page.getByRole('checkbox', { name: 'audit_logs.read', exact: true }).check()
  await page.getByRole('checkbox', { name: 'roles.read', exact: true }).check()
  const preview = ada.aside('Changes')
  const gained = preview.getByRole('list', { name: 'Added' })
  await gained.getByText('roles.read').waitFor()
  expect((await gained.getByRole('listitem').allInnerTexts()).join()).toContain('audit_logs.read')
  await preview.getByText('No users have this role').waitFor()
  await preview.getByRole('button', { name: 'Save changes' }).click()
  await ada.waitForText('The role Book keeper was saved.')
  await page.reload()
  expect(
    await page.getByRole('checkbox', { name: 'audit_logs.read', exact: true }).isChecked(),
  ).toBe(true)
})

test('a user sees the pages of an assigned role after a reload', async () => {
  const { page, dialog } = ada
  await ada.navigate('Users')
  await page.getByRole('link', { name: 'Grace Hopper' }).click()
  await ada.button('Edit').click()
  await dialog.getByLabel('Roles').first().press('ArrowDown')
  await page.getByRole('option', { name: 'Book keeper' }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await dialog.waitFor({ state: 'hidden' })

  await grace.open('/audit_logs')
  await grace.heading('Audit log').waitFor()
  expect(await grace.navigationEntries()).toEqual(expect.arrayContaining(['Audit log', 'Roles']))
  await grace.navigate('Roles')
  await grace.page.getByRole('link', { name: 'Book keeper', exact: true }).waitFor()
})

test('a role previews how many users a change affects', async () => {
  const { page } = ada
  await ada.navigate('Roles')
  await page.getByRole('link', { name: 'Book keeper', exact: true }).click()
  await page.getByRole('link', { name: 'Grace Hopper' }).waitFor()
  await ada.openTab('Permissions')
  await page.getByRole('checkbox', { name: 'roles.read', exact: true }).uncheck()
  const preview = ada.aside('Changes')
  await preview.getByRole('list', { name: 'Removed' }).getByText('roles.read').waitFor()
  await preview.getByText('1 user will lose permissions.').waitFor()
  await preview.getByRole('button', { name: 'Reset' }).click()
  await preview.getByText('Select or clear permissions').waitFor()
})

test('an invitation explains that its sender lost the permission', async () => {
  const manager = await createColleague(installation.url, owner, ['manager'])
  const invited = freshEmail('invited')
  const body = { email: invited, roles: ['member'] }
  dataOf(await manager.api.POST('/api/v1/invitations', { body }))
  const { link } = await installation.mailTo(invited)
  const path = { id: manager.id }
  dataOf(await owner.api.PUT('/api/v1/users/{id}/suspend', { params: { path }, body: {} }))
  await grace.signOut()
  await grace.open(link)
  await grace.heading('This invitation can no longer be accepted').waitFor()
  await grace.waitForText('The sender can no longer assign these roles.')
})

test('a suspended user is told so after the right password, and only then', async () => {
  const { id, email } = await createColleague(installation.url, owner)
  dataOf(await owner.api.PUT('/api/v1/users/{id}/suspend', { params: { path: { id } }, body: {} }))
  const suspended = await openSignedIn(browser, installation)
  await suspended.signIn(email, 'Wrong-Horse-7-Battery')
  await suspended.waitForText('Invalid email or password')
  expect(await suspended.page.getByText('suspended').count()).toBe(0)
  await suspended.signIn(email)
  await suspended.waitForText(
    'Your account has been suspended. Ask an administrator of Analytical Engines to reactivate it.',
  )
})

test('no page reported a problem', () => {
  expect([...ada.problems, ...grace.problems]).toEqual([])
})
