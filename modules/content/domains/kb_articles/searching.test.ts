import { randomUUID } from 'node:crypto'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import type { Client } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

/** A word of letters that no other test uses. */
const word = () => `w${randomUUID().replace(/[^a-f]/g, '')}${randomUUID().replace(/[^a-f]/g, '')}`

const found = async (client: Client, q: string, more = '') => {
  const { status, data, body } = await client.get(
    `/kb/articles/search?q=${encodeURIComponent(q)}${more}`,
  )
  expect(status, JSON.stringify(body)).toBe(200)
  return data.map(({ title }: { title: string }) => title)
}

describe('a search', () => {
  test('finds articles with all words, the last one also as a beginning, else a part of a word', async () => {
    const { editor, visitor } = await library()
    const mark = word()
    const { id: category_id } = await categoryOf(editor)
    const here = `&category_id=${category_id}`
    await articleOf(editor, {
      ...{ title: 'Onboarding guide', content: `How teams start. ${mark}`, category_id },
    })
    expect(await found(visitor, 'onboarding guide', here)).toEqual(['Onboarding guide'])
    expect(await found(visitor, 'guides onboard', here)).toEqual(['Onboarding guide'])
    expect(await found(visitor, 'start gui', here)).toEqual(['Onboarding guide'])
    expect(await found(visitor, 'board', here)).toEqual(['Onboarding guide'])
    expect(await found(visitor, 'EAMS STAR', here)).toEqual(['Onboarding guide'])
    expect(await found(visitor, 'guide nothing', here)).toEqual([])
    expect(await found(visitor, 'guide -team', here)).toEqual([])
    expect(await found(visitor, '"how teams"', here)).toEqual(['Onboarding guide'])
    expect(await found(visitor, '100%', here)).toEqual([])
    expect(await found(visitor, `& | ! ( ) : * ' \\ " <`, here)).toEqual([])
    expect(await found(visitor, mark.slice(0, 6))).toEqual(['Onboarding guide'])
  })

  test('shows what was found in marks, and the rest as text', async () => {
    const { editor, visitor } = await library()
    const mark = word()
    await articleOf(editor, { content: `Write 1 < 2 & ${mark} here` })
    const { data } = await visitor.get(`/kb/articles/search?q=${mark}`)
    expect(data[0].highlight).toBe(`Write 1 &lt; 2 &amp; <mark>${mark}</mark> here`)
    const part = await visitor.get(`/kb/articles/search?q=${mark.slice(2)}`)
    expect(part.data[0].highlight).toBe(
      `Write 1 &lt; 2 &amp; ${mark.slice(0, 2)}<mark>${mark.slice(2)}</mark> here`,
    )
  })

  test('finds only what the caller may read, and what was published', async () => {
    const { editor, member, visitor, stranger } = await library()
    const mark = word()
    const hidden = await categoryOf(editor, { is_public: false })
    await articleOf(editor, { title: 'Public', content: mark })
    await articleOf(editor, { title: 'Hidden', content: mark, category_id: hidden.id })
    await articleOf(editor, { title: 'Internal', content: mark, is_public: false })
    await articleOf(editor, { title: 'Draft', content: mark, status: 'draft' })
    for (const client of [visitor, member, await stranger()]) {
      expect(await found(client, mark)).toEqual(['Public'])
      expect(await found(client, mark.slice(2))).toEqual(['Public'])
    }
    expect((await found(editor, mark)).sort()).toEqual(['Hidden', 'Internal', 'Public'])
    const { id } = await articleOf(editor, { title: 'Changed', content: 'Before' })
    await editor.put(`/kb/articles/${id}`, { content: `${mark} later` })
    expect(await found(visitor, `${mark} later`)).toEqual([])
    await editor.post(`/kb/articles/${id}/unpublish`)
    await editor.patch(`/kb/categories/${hidden.id}`, { is_public: true })
    expect((await found(visitor, mark)).sort()).toEqual(['Hidden', 'Public'])
  })

  test('finds words in the language of the article, tags, and the best hit first', async () => {
    const { editor, visitor } = await library()
    const mark = word()
    await articleOf(editor, { title: 'Text', content: `Häuser ${mark}`, language: 'german' })
    await articleOf(editor, { title: `Title ${mark}`, content: 'x' })
    await articleOf(editor, { title: 'Tagged', content: 'x', tags: [mark] })
    expect(await found(visitor, `haus ${mark}`)).toEqual(['Text'])
    expect(await found(visitor, mark)).toEqual([`Title ${mark}`, 'Tagged', 'Text'])
    const first = await visitor.get(`/kb/articles/search?q=${mark}&per_page=2`)
    expect(first.meta).toMatchObject({ total_count: 3, total_pages: 2 })
    const cursor = first.meta.next_cursor
    expect(await found(visitor, mark, `&per_page=2&after=${cursor}`)).toEqual(['Text'])
    expect(await found(visitor, mark, '&per_page=2&page=2')).toEqual(['Text'])
  })

  test('refuses blank, missing and long texts', async () => {
    const { visitor } = await library()
    for (const query of ['', '?q=', '?q=%20', `?q=${'x'.repeat(201)}`]) {
      const { status, errors } = await visitor.get(`/kb/articles/search${query}`)
      expect([status, Object.keys(errors ?? {})]).toEqual([422, ['q']])
    }
  })

  test('without a hit is shown to the editors of who searched, without who it was', async () => {
    const { editor, member, visitor, join, stranger } = await library()
    const [ours, visitors] = [word(), word()]
    await found(member, `Missing  ${ours}`)
    await found(member, `missing ${ours}`)
    await found(visitor, visitors)
    const queries = async (user: typeof editor) =>
      (await user.get('/kb/articles/analytics')).data.unanswered_searches.map(
        ({ query, searches_count }: { query: string; searches_count: number }) =>
          `${query}: ${searches_count}`,
      )
    expect(await queries(editor)).toEqual([`missing ${ours}: 2`])
    expect(await queries(await stranger())).toEqual([])
    const admin = await join('owner', 'admin')
    expect(await queries(admin)).toContain(`${visitors}: 1`)
    expect((await member.get('/kb/articles/analytics')).status).toBe(403)
    expect((await editor.get('/kb/articles/analytics?period=366')).status).toBe(422)
  })
})
