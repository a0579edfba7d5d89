import { expect, test } from 'vitest'
import { marketplace } from '../../test/arrange.ts'
import { fileAt, runReportJob, signedInAgain } from '../../test/report_files.ts'

type Here = Awaited<ReturnType<typeof marketplace>>

/** A completed report of a user, with its link. */
async function written(here: Here, user = here.owner, input: object = {}) {
  const { id } = (await user.post('/reports', { report_type: 'invoices', ...input })).data
  await runReportJob(here, 'process_report', { request_id: id })
  return (await user.get(`/reports/requests/${id}`)).data as { id: string; download_url: string }
}

test('a link is refused if it is changed, of another report or user, or expired', async () => {
  const here = await marketplace()
  const { visitor, travel, join } = here
  const [own, other] = [await written(here), await written(here)]
  const colleague = await join('owner')
  const query = new URL(own.download_url).searchParams
  const path = (id: string, fields: Record<string, string>) =>
    `/reports/requests/${id}/download?${new URLSearchParams({ ...Object.fromEntries(query), ...fields })}`
  const refused = [
    path(other.id, {}),
    path(own.id, { user_id: colleague.id }),
    path(own.id, { expires: '99999999999' }),
    path(own.id, { signature: 'x' }),
    path(own.id, { signature: `${query.get('signature')}=` }),
    `/reports/requests/${own.id}/download`,
  ]
  for (const one of refused) expect((await visitor.get(one)).code).toBe('token_invalid')
  expect((await fileAt(here, own.download_url)).status).toBe(200)
  travel(7 * 24 * 60 + 1)
  expect((await visitor.get(path(own.id, {}))).code).toBe('token_invalid')
  const owner = await signedInAgain(here, here.owner)
  expect((await owner.get(`/reports/requests/${own.id}`)).status).toBe(404)
  const { data } = await here.worker.post('/internal/maintenance/clean_up')
  expect(data.report_requests).toBeGreaterThanOrEqual(2)
})

test('each user gets a link of their own, which works while they may see the report', async () => {
  const here = await marketplace()
  const { owner, join } = here
  const colleague = await join('billing_admin')
  const { id, download_url: ofOwner } = await written(here)
  const { download_url: link } = (await colleague.get(`/reports/requests/${id}`)).data
  const opens = async (url: string) => (await fileAt(here, url)).status
  expect(link).not.toBe(ofOwner)
  expect(await opens(link)).toBe(200)
  await owner.patch(`/users/${colleague.id}`, { roles: ['member'] })
  expect([await opens(link), await opens(ofOwner)]).toEqual([422, 200])
})

test('a link to a report of all accounts ends with the admin permission', async () => {
  const here = await marketplace()
  const { owner, join, admin } = here
  const seller = await join('owner', 'admin')
  const colleague = await join('owner', 'admin')
  const { download_url: link } = await written(here, seller, { all_accounts: true })
  const opens = async () => (await fileAt(here, link)).status
  expect(await opens()).toBe(200)
  await admin.post(`/admin_settings/suspend_account`, { account_id: owner.accountId })
  expect(await opens()).toBe(422)
  await admin.post(`/admin_settings/activate_account`, { account_id: owner.accountId })
  expect(await opens()).toBe(200)
  await colleague.patch(`/users/${seller.id}`, { roles: ['owner'] })
  expect(await opens()).toBe(422)
})
