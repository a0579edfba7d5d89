import { randomUUID } from 'node:crypto'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

/** A name that no other test uses. */
const freeTag = () => `Tag ${randomUUID().slice(0, 8).toUpperCase()}`

const tagsOf = async (user: TestUser, id: string) =>
  (await user.get(`/kb/articles/${id}?admin=true`)).data.tags

describe('tags', () => {
  test('of an article are replaced as a whole, spelled alike, and deleted when nobody uses them', async () => {
    const { editor } = await library()
    const { id } = await articleOf(editor, { tags: ['set-up', 'api', 'API'] })
    expect(await tagsOf(editor, id)).toEqual(['Api', 'Set Up'])
    const second = await articleOf(editor, { tags: ['SET UP'] })
    expect(await tagsOf(editor, second.id)).toEqual(['Set Up'])
    await editor.patch(`/kb/articles/${id}`, { title: 'Same tags' })
    expect(await tagsOf(editor, id)).toEqual(['Api', 'Set Up'])
    await editor.patch(`/kb/articles/${id}`, { tags: ['Billing'] })
    expect(await tagsOf(editor, id)).toEqual(['Billing'])
    const { data } = await editor.get('/kb/tags?admin=true')
    expect(data).toMatchObject([
      { name: 'Billing', slug: 'billing', color: '#3b82f6', articles_count: 1 },
      { name: 'Set Up', slug: 'set-up', articles_count: 1 },
    ])
    await editor.patch(`/kb/articles/${id}`, { tags: [] })
    expect(await tagsOf(editor, id)).toEqual([])
  })

  test('that are new in two articles at once are made once', async () => {
    const { editor } = await library()
    const category_id = (await categoryOf(editor)).id
    const name = freeTag()
    await Promise.all([1, 2, 3].map(() => articleOf(editor, { category_id, tags: [name] })))
    const { data } = await editor.get('/kb/tags?admin=true')
    expect(data.map((tag: Record<string, unknown>) => [tag.name, tag.articles_count])).toEqual([
      [name.replace(/(?<=^|\s)\w/g, (letter) => letter.toUpperCase()), 3],
    ])
  })

  test('are public with the articles of all accounts, and private with drafts', async () => {
    const { editor, member, visitor, stranger } = await library()
    const name = freeTag()
    const slug = name.toLowerCase().replace(' ', '-')
    await articleOf(editor, { tags: [name], status: 'draft' })
    const search = `/kb/tags?search=${encodeURIComponent(name)}`
    expect((await visitor.get(search)).data).toEqual([])
    expect((await visitor.get(`/kb/tags/${slug}/articles`)).code).toBe('not_found')
    const own = await articleOf(editor, { tags: [name] })
    const other = await articleOf(await stranger(), { tags: [name] })
    const { data } = await visitor.get(search)
    expect(data).toMatchObject([{ slug, articles_count: 2 }])
    for (const key of [slug, data[0].id]) {
      const articles = await visitor.get(`/kb/tags/${key}/articles`)
      expect(articles.data.map(({ id }: { id: string }) => id).sort()).toEqual(
        [own.id, other.id].sort(),
      )
    }
    expect((await member.get(`${search}&admin=true`)).status).toBe(403)
    expect((await editor.get(`${search}&admin=true`)).data).toMatchObject([{ articles_count: 2 }])
  })
})
