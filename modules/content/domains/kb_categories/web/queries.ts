import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, reply } from '~/api'
import { queryClient } from '~/session'
import type { Move } from './moves'

export type CategoryNode = Data<'/api/v1/kb/categories/tree', 'get'>['categories'][number]

const key = ['kb_categories']

/** All categories of the account, every one before those below it. */
export const categoryTreeQuery = queryOptions({
  queryKey: [...key, 'tree'],
  queryFn: async ({ signal }) => {
    const params = { query: { admin: true } }
    const tree = await data(api.GET('/api/v1/kb/categories/tree', { params, signal }))
    return tree.categories
  },
})

export type CategoryValues = {
  name: string
  description: string
  parent_id: string
  slug: string
  is_public: boolean
}

/** Creates a category, or changes one. An empty address of a new one is made from its name. */
export async function saveCategory(id: string | null, values: CategoryValues) {
  const { slug } = values
  const body = {
    ...{ name: values.name, is_public: values.is_public },
    description: values.description.trim() || null,
    parent_id: values.parent_id || null,
    ...(slug && { slug }),
  }
  const saved = id
    ? await data(api.PATCH('/api/v1/kb/categories/{id}', { params: { path: { id } }, body }))
    : await data(api.POST('/api/v1/kb/categories', { body }))
  await categoriesChanged()
  return saved
}

/** Puts a category below another, or at the top, and orders the categories there. Call `categoriesChanged` after the last move. */
export async function placeCategory(node: CategoryNode, { parent_id, order }: Move) {
  if (parent_id !== node.parent_id) {
    const params = { path: { id: node.id } }
    await data(api.PATCH('/api/v1/kb/categories/{id}', { params, body: { parent_id } }))
  }
  const body = { parent_id, category_ids: order }
  await data(api.POST('/api/v1/kb/categories/reorder', { body }))
}

export async function deleteCategory(id: string) {
  await reply(api.DELETE('/api/v1/kb/categories/{id}', { params: { path: { id } } }))
  await categoriesChanged()
}

export async function categoriesChanged() {
  await Promise.all(
    [key, ['kb_articles'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
