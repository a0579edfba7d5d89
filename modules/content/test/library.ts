import { randomUUID } from 'node:crypto'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { expect } from 'vitest'

/** An account with a knowledge base: who writes it, and a member who only reads. */
export async function library() {
  const here = await world()
  return { ...here, editor: await here.join('content_manager'), member: await here.member() }
}

export interface CategoryData {
  id: string
  slug: string
  sort_order: number
}

/** Creates a category, by default at an address that no other test uses. */
export function categoryOf(user: TestUser, input: object = {}): Promise<CategoryData> {
  const slug = `category-${randomUUID().slice(0, 13)}`
  return created(user, '/kb/categories', { name: 'Category', slug, ...input })
}

export interface ArticleData {
  id: string
  slug: string
}

/** Creates an article, by default a published one in a category of its own. */
export async function articleOf(user: TestUser, input: object = {}): Promise<ArticleData> {
  const category_id = 'category_id' in input ? input.category_id : (await categoryOf(user)).id
  const slug = `article-${randomUUID().slice(0, 13)}`
  const body = {
    title: 'Article',
    slug,
    content: 'Text',
    status: 'published',
    ...input,
    category_id,
  }
  return created(user, '/kb/articles', body)
}

async function created<T>(user: TestUser, path: string, body: object): Promise<T> {
  const { status, data, body: reply } = await user.post(path, body)
  expect(status, JSON.stringify(reply)).toBe(201)
  return data
}
