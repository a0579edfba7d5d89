import { newsroom, pageOf } from '@powernode/modules/content/test/arrange.ts'
import { fileOf, PNG } from '@powernode/modules/files/test/arrange.ts'
import { expect, test } from 'vitest'

const picture = { filename: 'plan.png', content: PNG }
const showing = (id: string) => `![Plan](/f/${id}) and [again](/f/${id.toUpperCase()})`

test('a private picture is shown while a page with it is public, and only then', async () => {
  const { owner, site } = await newsroom()
  const { id } = await fileOf(owner, picture)
  const status = async () => (await site(`/f/${id}`)).statusCode
  const page = await pageOf(owner, { content: showing(id) })
  expect(await status()).toBe(404)
  await owner.post(`/admin/pages/${page.id}/publish`)
  const shown = await site(`/f/${id}`)
  expect([shown.statusCode, shown.rawPayload.equals(PNG)]).toEqual([200, true])
  expect(shown.headers['content-type']).toBe('image/png')
  expect((await site(`/p/${page.slug}`)).body).toContain(`src="/f/${id}"`)

  const deleted = await owner.delete(`/files/${id}`)
  expect([deleted.status, deleted.code]).toEqual([422, 'in_use'])
  expect(deleted.body.details).toEqual({ used_by: [{ type: 'page', id: page.id }] })
  await owner.put(`/admin/pages/${page.id}`, { content: 'Without' })
  expect(await status()).toBe(200)
  await owner.post(`/admin/pages/${page.id}/publish`)
  expect(await status()).toBe(404)

  await owner.put(`/admin/pages/${page.id}`, { content: showing(id), status: 'published' })
  expect(await status()).toBe(200)
  await owner.post(`/admin/pages/${page.id}/unpublish`)
  expect(await status()).toBe(404)
  await owner.post(`/admin/pages/${page.id}/publish`)
  await owner.delete(`/admin/pages/${page.id}`)
  expect(await status()).toBe(404)
  expect((await owner.delete(`/files/${id}`)).status).toBe(200)
})

test('a page of another account does not make a picture public', async () => {
  const { owner, stranger, site } = await newsroom()
  const { id } = await fileOf(owner, picture)
  await pageOf(await stranger(), { content: showing(id), status: 'published' })
  expect((await site(`/f/${id}`)).statusCode).toBe(404)
})
