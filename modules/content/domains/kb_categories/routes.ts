import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  CategoryFilters,
  KbCategory,
  KbCategoryDetail,
  KbCategoryTree,
  listCategories,
  readCategory,
  readCategoryTree,
  WithPrivate,
} from './category.ts'
import {
  createCategory,
  deleteCategory,
  KbCategoryChanges,
  KbCategoryOrder,
  NewKbCategory,
  reorderCategories,
  updateCategory,
} from './changes.ts'

export const categories = resource('/kb/categories', 'Categories of the knowledge base', (r) => {
  r.list(
    '/',
    {
      can: 'anyone',
      of: KbCategory,
      query: CategoryFilters,
      sorts: ['sort_order', 'name', 'created_at'],
      summary: 'List categories',
      fails: ['forbidden'],
    },
    ({ ctx, page, query }) => listCategories(ctx, page, query),
  )
  r.get(
    '/tree',
    {
      can: 'anyone',
      of: KbCategoryTree,
      query: WithPrivate,
      summary: 'Get all categories in the order of their tree',
      fails: ['forbidden'],
    },
    ({ ctx, query }) => readCategoryTree(ctx, query),
  )
  r.post(
    '/reorder',
    {
      can: 'kb_categories.update',
      notImpersonating: true,
      body: KbCategoryOrder,
      of: KbCategoryTree,
      status: 200,
      summary: 'Order the categories below one',
      says: 'Categories reordered',
    },
    ({ ctx, body }) => reorderCategories(ctx, body),
  )
  r.post(
    '/',
    {
      can: 'kb_categories.create',
      notImpersonating: true,
      body: NewKbCategory,
      of: KbCategoryDetail,
      summary: 'Create a category',
      says: 'Category created',
    },
    ({ ctx, body }) => createCategory(ctx, body),
  )
  r.get(
    '/:id',
    {
      can: 'anyone',
      of: KbCategoryDetail,
      summary: 'Get a category; private ones need `kb_categories.update`',
    },
    ({ ctx, id }) => readCategory(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'kb_categories.update',
      notImpersonating: true,
      body: KbCategoryChanges,
      of: KbCategoryDetail,
      summary: 'Change or move a category',
      says: 'Category saved',
    },
    ({ ctx, id, body }) => updateCategory(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'kb_categories.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a category that has neither articles nor categories',
      says: 'Category deleted',
      fails: ['in_use'],
    },
    ({ ctx, id }) => deleteCategory(ctx, id),
  )
})
