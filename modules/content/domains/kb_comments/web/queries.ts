import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type ModeratedComment = Data<'/api/v1/kb/comments/moderate', 'get'>[number]
export type CommentThread = Data<'/api/v1/kb/articles/{key}/comments', 'get'>[number]
export type ModerationVerb = 'approve' | 'reject' | 'spam'

const key = ['kb_comments']

export const moderatedQuery = (query: Query<'/api/v1/kb/comments/moderate'>) =>
  queryOptions({
    queryKey: [...key, 'moderate', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/kb/comments/moderate', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const moderationQuery = queryOptions({
  queryKey: [...key, 'moderation_settings'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/kb/comments/moderation_settings', { signal })),
})

/** An article as the user reads it. */
export const discussedQuery = (article: string) =>
  queryOptions({
    queryKey: [...key, 'article', article],
    queryFn: ({ signal }) => {
      const params = { path: { key: article } }
      return data(api.GET('/api/v1/kb/articles/{key}', { params, signal }))
    },
  })

export const threadsQuery = (article: string, page: number) =>
  queryOptions({
    queryKey: [...key, 'on', article, page],
    queryFn: ({ signal }) => {
      const params = { path: { key: article }, query: { page } }
      return reply(api.GET('/api/v1/kb/articles/{key}/comments', { params, signal }))
    },
    placeholderData: keepPreviousData,
  })

export async function moderate(id: string, verb: ModerationVerb) {
  const params = { path: { id } }
  const call = {
    approve: () => api.POST('/api/v1/kb/comments/{id}/approve', { params }),
    reject: () => api.POST('/api/v1/kb/comments/{id}/reject', { params }),
    spam: () => api.POST('/api/v1/kb/comments/{id}/spam', { params }),
  }
  await reply(call[verb]())
  await commentsChanged()
}

export async function updateModeration(body: { trust_returning: boolean }) {
  const saved = await data(api.PATCH('/api/v1/kb/comments/moderation_settings', { body }))
  queryClient.setQueryData(moderationQuery.queryKey, saved)
  return saved
}

export async function writeComment(
  article: string,
  body: { content: string; parent_id: string | null },
) {
  const params = { path: { key: article } }
  const written = await data(api.POST('/api/v1/kb/articles/{key}/comments', { params, body }))
  await commentsChanged()
  return written
}

export async function changeComment(id: string, content: string) {
  const params = { path: { id } }
  const saved = await data(api.PATCH('/api/v1/kb/comments/{id}', { params, body: { content } }))
  await commentsChanged()
  return saved
}

export async function deleteComment(id: string) {
  await reply(api.DELETE('/api/v1/kb/comments/{id}', { params: { path: { id } } }))
  await commentsChanged()
}

async function commentsChanged() {
  await Promise.all(
    [key, ['kb_articles'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
