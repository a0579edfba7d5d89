import { readCategory } from '@powernode/modules/content/domains/kb_categories/category.ts'
import type { Crumb } from '@powernode/modules/content/site/layout.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'

export const HOME: Crumb = { title: 'Knowledge base', path: '/kb' }

/** The categories from the top to this one, for the breadcrumb. */
export async function readTrail(ctx: PlatformCtx, categoryId: string): Promise<Crumb[]> {
  const { path } = await readCategory(ctx, categoryId)
  return path.map(({ name, slug }) => ({ title: name, path: `/kb/c/${slug}` }))
}
