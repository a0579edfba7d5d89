import { randomUUID } from 'node:crypto'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

/** A chain of categories, each below the one before. */
async function chainOf(user: TestUser, length: number) {
  const chain: string[] = []
  for (let level = 0; level < length; level++) {
    const { id } = await categoryOf(user, { parent_id: chain.at(-1) ?? null })
    chain.push(id)
  }
  return chain as [string, ...string[]]
}

const visibility = async (user: TestUser, ids: string[]) =>
  Promise.all(ids.map(async (id) => (await user.get(`/kb/categories/${id}`)).data.is_visible))

describe('a category', () => {
  test('is created with what was given, after its siblings, and read with its path', async () => {
    const { editor } = await library()
    const first = await categoryOf(editor, { name: 'First' })
    const parent = await categoryOf(editor, { name: 'Second' })
    expect([first.sort_order, parent.sort_order]).toEqual([0, 1])
    const input = {
      ...{ name: 'Éclairs & more', parent_id: parent.id, description: 'Sweet', icon: 'cake' },
      ...{ color: '#aa00ff', metadata: { shelf: 2 }, is_public: false },
    }
    const { status, data, headers } = await editor.post('/kb/categories', input)
    expect(status).toBe(201)
    expect(headers.location).toBe(`/api/v1/kb/categories/${data.id}`)
    expect(data).toMatchObject({
      ...input,
      ...{ slug: 'eclairs-more', is_visible: false, sort_order: 0 },
      ...{ articles_count: 0, children_count: 0 },
      path: [{ id: parent.id, name: 'Second' }, { id: data.id }],
    })
    const read = await editor.get(`/kb/categories/${data.id}`)
    expect(read.data).toEqual(data)
  })

  test('is refused with a slug that is taken or reserved, a bad color, or an unknown parent', async () => {
    const { editor, stranger } = await library()
    const other = await stranger()
    const { slug } = await categoryOf(editor)
    const foreign = await categoryOf(other)
    const errors = async (input: object) =>
      (await editor.post('/kb/categories', { name: 'X', ...input })).errors
    expect(await errors({ slug })).toEqual({ slug: ['is already taken'] })
    expect(await errors({ slug: foreign.slug })).toEqual({ slug: ['is already taken'] })
    expect(await errors({ slug: 'tree' })).toEqual({ slug: ['is reserved'] })
    expect(await errors({ color: 'red' })).toEqual({ color: ['must be like #3b82f6'] })
    const unknown = { parent_id: ['is not a category of this account'] }
    expect(await errors({ parent_id: foreign.id })).toEqual(unknown)
    expect(await errors({ parent_id: randomUUID() })).toEqual(unknown)
    expect(await errors({ name: ' ' })).toHaveProperty('name')
    expect(await errors({ sort_order: -1 })).toHaveProperty('sort_order')
    expect(await errors({ surprise: 1 })).toHaveProperty('surprise')
  })

  test('gets a number in its address if another account has the name on the site', async () => {
    const { editor, stranger } = await library()
    const name = `Zoo ${randomUUID().slice(0, 8)}`
    const base = name.toLowerCase().replace(' ', '-')
    const slugs = []
    for (const user of [editor, await stranger(), editor]) {
      slugs.push((await user.post('/kb/categories', { name })).data.slug)
    }
    expect(slugs).toEqual([base, `${base}-2`, `${base}-3`])
  })

  test('has at most five levels, also when a whole tree moves', async () => {
    const { editor } = await library()
    const chain = await chainOf(editor, 5)
    const tooDeep = { parent_id: ['is too deep: there are at most 5 levels'] }
    const sixth = { name: 'Sixth', parent_id: chain.at(-1) }
    expect((await editor.post('/kb/categories', sixth)).errors).toEqual(tooDeep)
    const [top] = await chainOf(editor, 3)
    const move = (parent_id: string | undefined) =>
      editor.patch(`/kb/categories/${top}`, { parent_id })
    expect((await move(chain[2])).errors).toEqual(tooDeep)
    expect((await move(chain[1])).status).toBe(200)
  })

  test('is never below itself, also if two moves meet', async () => {
    const { editor } = await library()
    const [top, below] = await chainOf(editor, 2)
    const circle = { parent_id: ['is the category itself or one below it'] }
    const move = async (id: string, parent_id: string | undefined) =>
      editor.patch(`/kb/categories/${id}`, { parent_id })
    expect((await move(top, below)).errors).toEqual(circle)
    expect((await move(top, top)).errors).toEqual(circle)
    const [a, b] = [await categoryOf(editor), await categoryOf(editor)]
    const answers = await Promise.all([move(a.id, b.id), move(b.id, a.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(answers.find(({ status }) => status === 422)?.errors).toEqual(circle)
  })

  test('is moved to the end of its new siblings, or back to the top', async () => {
    const { editor } = await library()
    const parent = await categoryOf(editor)
    await categoryOf(editor, { parent_id: parent.id, sort_order: 7 })
    const moved = await categoryOf(editor)
    const path = `/kb/categories/${moved.id}`
    const below = await editor.patch(path, { parent_id: parent.id })
    expect(below.data).toMatchObject({ parent_id: parent.id, sort_order: 8 })
    const top = await editor.put(path, { parent_id: null, sort_order: 3 })
    expect(top.data).toMatchObject({ parent_id: null, sort_order: 3 })
  })

  test('is deleted only when nothing uses it; what does is named', async () => {
    const { editor } = await library()
    const [top, below] = await chainOf(editor, 2)
    const path = `/kb/categories/${top}`
    const withChild = await editor.delete(path)
    expect([withChild.status, withChild.code]).toEqual([422, 'in_use'])
    expect(withChild.body.details).toEqual({ used_by: [{ type: 'kb_category', id: below }] })
    await editor.delete(`/kb/categories/${below}`)
    const article = await articleOf(editor, { category_id: top })
    const withArticle = await editor.delete(path)
    expect(withArticle.body.details).toEqual({ used_by: [{ type: 'kb_article', id: article.id }] })
    await editor.delete(`/kb/articles/${article.id}`)
    expect((await editor.delete(path)).status).toBe(200)
    expect((await editor.get(path)).status).toBe(404)
  })
})

describe('a private category', () => {
  test('hides all below it, for as long as it is private', async () => {
    const { editor } = await library()
    const chain = await chainOf(editor, 3)
    const [top, middle] = chain
    expect(await visibility(editor, chain)).toEqual([true, true, true])
    await editor.patch(`/kb/categories/${middle}`, { is_public: false })
    expect(await visibility(editor, chain)).toEqual([true, false, false])
    await editor.patch(`/kb/categories/${top}`, { is_public: false })
    await editor.patch(`/kb/categories/${middle}`, { is_public: true })
    expect(await visibility(editor, chain)).toEqual([false, false, false])
    await editor.patch(`/kb/categories/${top}`, { is_public: true })
    expect(await visibility(editor, chain)).toEqual([true, true, true])
  })

  test('hides what moves below it, and shows what leaves it', async () => {
    const { editor } = await library()
    const hidden = await categoryOf(editor, { is_public: false })
    const chain = await chainOf(editor, 2)
    await editor.patch(`/kb/categories/${chain[0]}`, { parent_id: hidden.id })
    expect(await visibility(editor, chain)).toEqual([false, false])
    await editor.patch(`/kb/categories/${chain[0]}`, { parent_id: null })
    expect(await visibility(editor, chain)).toEqual([true, true])
  })

  test('is read only with the permission to change categories', async () => {
    const { editor, member, visitor, stranger } = await library()
    const { id, slug } = await categoryOf(editor, { is_public: false })
    const path = `/kb/categories/${id}`
    expect((await editor.get(path)).status).toBe(200)
    for (const user of [member, visitor, await stranger()]) {
      expect((await user.get(path)).code).toBe('not_found')
      expect((await user.get(`/kb/categories?slug=${slug}`)).data).toEqual([])
    }
    expect((await member.get('/kb/categories?admin=true')).code).toBe('forbidden')
    expect((await visitor.get('/kb/categories/tree?admin=true')).status).toBe(401)
    expect((await editor.get('/kb/categories?admin=true')).data).toMatchObject([{ id }])
  })

  test('is shown again only if its address is free', async () => {
    const { editor, stranger } = await library()
    const slug = `taken-${randomUUID().slice(0, 8)}`
    const { id } = await categoryOf(editor, { slug, is_public: false })
    await categoryOf(await stranger(), { slug })
    const answer = await editor.patch(`/kb/categories/${id}`, { is_public: true })
    expect(answer.errors).toEqual({ slug: ['is already taken'] })
    const parent = await categoryOf(editor, { is_public: false })
    const below = { parent_id: parent.id, is_public: true }
    expect((await editor.patch(`/kb/categories/${id}`, below)).status).toBe(200)
    const shown = await editor.patch(`/kb/categories/${parent.id}`, { is_public: true })
    expect(shown.errors).toEqual({
      base: ['A category below it has an address that is already taken'],
    })
    expect(await visibility(editor, [id, parent.id])).toEqual([false, false])
  })
})

describe('the tree', () => {
  test('lists categories in order, with the articles that the caller may read', async () => {
    const { editor, visitor } = await library()
    const top = await categoryOf(editor, { name: 'Top' })
    const child = await categoryOf(editor, { name: 'Child', parent_id: top.id })
    const hidden = await categoryOf(editor, { name: 'Hidden', parent_id: top.id, is_public: false })
    await articleOf(editor, { category_id: child.id })
    await articleOf(editor, { category_id: child.id, status: 'draft' })
    await articleOf(editor, { category_id: hidden.id })
    const shown = (data: { categories: Record<string, unknown>[] }) =>
      data.categories
        .filter(({ id }) => [top.id, child.id, hidden.id].includes(String(id)))
        .map((one) => [one.name, one.depth, one.articles_count, one.total_articles_count])
    expect(shown((await editor.get('/kb/categories/tree?admin=true')).data)).toEqual([
      ['Top', 1, 0, 3],
      ['Child', 2, 2, 2],
      ['Hidden', 2, 1, 1],
    ])
    expect(shown((await visitor.get('/kb/categories/tree')).data)).toEqual([
      ['Top', 1, 0, 1],
      ['Child', 2, 1, 1],
    ])
  })

  test('is reordered as a whole', async () => {
    const { editor } = await library()
    const parent = await categoryOf(editor)
    const ids = []
    for (let count = 0; count < 3; count++) {
      ids.push((await categoryOf(editor, { parent_id: parent.id })).id)
    }
    const order = (category_ids: string[]) =>
      editor.post('/kb/categories/reorder', { parent_id: parent.id, category_ids })
    const { status, data } = await order(ids.toReversed())
    expect(status).toBe(200)
    expect(data.categories.map(({ id }: { id: string }) => id)).toEqual([
      parent.id,
      ...ids.toReversed(),
    ])
    const refused = { category_ids: ['must be all categories below `parent_id`, each once'] }
    expect((await order(ids.slice(1))).errors).toEqual(refused)
    expect((await order([...ids, parent.id])).errors).toEqual(refused)
    expect((await order([...ids.slice(1), ids[1] ?? ''])).errors).toEqual(refused)
  })

  test('is filtered by the category above and by a part of the name', async () => {
    const { editor } = await library()
    const parent = await categoryOf(editor, { name: 'Engines 50%' })
    const child = await categoryOf(editor, { name: 'Looms', parent_id: parent.id })
    const found = async (query: string) =>
      (await editor.get(`/kb/categories?admin=true&${query}`)).data.map(
        ({ id }: { id: string }) => id,
      )
    expect(await found(`parent_id=${parent.id}`)).toEqual([child.id])
    expect(await found('search=0%25')).toEqual([parent.id])
    expect(await found('sort=-name')).toEqual([child.id, parent.id])
    expect((await editor.get('/kb/categories?parent_id=x')).status).toBe(422)
  })
})
