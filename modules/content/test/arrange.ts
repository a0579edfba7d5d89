import { randomUUID } from 'node:crypto'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { expect } from 'vitest'

/** An account with a page, an editor who cannot publish, and one who can. */
export async function newsroom() {
  const here = await world()
  const editor = await withRole(here.owner, await here.join(), [
    'pages.read',
    'pages.create',
    'pages.update',
  ])
  const publisher = await here.join('content_manager')
  return { ...here, editor, publisher, site: siteOf(here.app) }
}

/** A slug that no other test uses, because published slugs are unique in the installation. */
export const freeSlug = (name: string) => `${name}-${randomUUID().slice(0, 8)}`

export async function pageOf(user: TestUser, input: object = {}) {
  const body = { title: 'A page', slug: freeSlug('page'), content: 'A', ...input }
  const { status, data, body: reply } = await user.post('/admin/pages', body)
  expect(status, JSON.stringify(reply)).toBe(201)
  return data as { id: string; slug: string; lock_version: number; version: number }
}

async function withRole(owner: TestUser, user: TestUser, permissions: string[]) {
  const name = 'editor'
  await owner.post('/roles', { name, display_name: 'Editor', permissions })
  const { status } = await owner.patch(`/users/${user.id}`, { roles: [name] })
  expect(status).toBe(200)
  return user
}

type App = Awaited<ReturnType<typeof world>>['app']

/** Opens addresses of the public site as a browser would. */
function siteOf(app: App) {
  return (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers })
}
