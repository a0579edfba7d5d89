import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, reply } from '~/api'
import { queryClient } from '~/session'

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

/** Moves a category below another, or to the top, and then orders its new siblings. */
export async function moveCategory(id: string, parent_id: string | null, category_ids?: string[]) {
  const params = { path: { id } }
  await data(api.PATCH('/api/v1/kb/categories/{id}', { params, body: { parent_id } }))
  if (category_ids) await orderCategories(parent_id, category_ids)
  await categoriesChanged()
}

export async function orderCategories(parent_id: string | null, category_ids: string[]) {
  const body = { parent_id, category_ids }
  await data(api.POST('/api/v1/kb/categories/reorder', { body }))
  await categoriesChanged()
}

export async function deleteCategory(id: string) {
  await reply(api.DELETE('/api/v1/kb/categories/{id}', { params: { path: { id } } }))
  await categoriesChanged()
}

async function categoriesChanged() {
  await Promise.all(
    [key, ['kb_articles'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
