import { randomUUID } from 'node:crypto'
import { articleOf, library } from '@powernode/modules/content/test/library.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import type { Client, TestUser } from '@powernode/server/test/world.ts'
import { expect } from 'vitest'

/** What makes a comment spam. */
export const LINKS = 'https://a.example and https://b.example'

export async function commentOn(user: TestUser, article_id: string, input: object = {}) {
  const body = { article_id, content: `Thanks ${randomUUID()}`, ...input }
  const { status, data, body: reply } = await user.post('/kb/comments', body)
  expect(status, JSON.stringify(reply)).toBe(201)
  return data as { id: string; status: string }
}

/** Makes the comments of an account older. */
export function ageComments({ ctx }: TestUser, minutes: number) {
  const at = new Date(Date.now() - minutes * 60_000)
  return rowsOf(ctx, 'kb_comments').update({ created_at: at, updated_at: at }).execute()
}

export const shownOn = async (user: Client, key: string) =>
  (await user.get(`/kb/articles/${key}/comments`)).data.map(({ id }: { id: string }) => id)

export const countOf = async (user: TestUser, id: string) =>
  (await user.get(`/kb/articles/${id}`)).data.comments_count

/** An article of an account, and somebody of another account who comments on it. */
export async function discussion() {
  const here = await library()
  const article = await articleOf(here.editor)
  return { ...here, article, reader: await here.stranger() }
}
