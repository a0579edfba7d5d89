import { Slug } from '@powernode/modules/content/documents/slug.ts'
import {
  type Ctx,
  callingUser,
  isInAccount,
  type PlatformCtx,
  type Tx,
} from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  Dictionary,
  Flag,
  Id,
  ListOf,
  Nullable,
  Pattern,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { above, MAX_DEPTH, nested } from './tree.ts'

/** Categories of an account. */
export const MAX_CATEGORIES = 1000

export const CategoryName = Title(255, { description: 'Name', examples: ['Getting started'] })

export const categoryFields = {
  name: CategoryName,
  slug: Slug,
  description: Nullable(
    Text(1000, { description: 'What it is about', examples: ['The first steps'] }),
  ),
  parent_id: Nullable(Id('The category above it; null at the top')),
  is_public: Flag('Whether visitors see it, if all categories above it are public too'),
  sort_order: Type.Integer({
    minimum: 0,
    maximum: 2_147_483_647,
    description: 'Position among its siblings, the lowest first; then by name',
    examples: [0],
  }),
  icon: Nullable(Title(100, { description: 'Name of an icon, for clients', examples: ['rocket'] })),
  color: Nullable(
    Pattern('^#[0-9a-f]{6}$', 'must be like #3b82f6', {
      description: 'Color, as in CSS',
      examples: ['#3b82f6'],
    }),
  ),
  metadata: Dictionary('Data of your own', [{ product: 'engines' }]),
}

const read = {
  id: Id(),
  ...categoryFields,
  is_visible: Flag('It and all categories above it are public'),
  articles_count: Count('Articles in it that the caller may read'),
  children_count: Count('Categories directly below it that the caller may see'),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last changed'),
}

export const KbCategory = Shape('KbCategory', read)

export const KbCategoryDetail = Shape('KbCategoryDetail', {
  ...read,
  path: ListOf(Shape('KbCategoryBrief', { id: Id(), name: CategoryName, slug: Slug }), {
    description: 'The categories above it and itself, from the top',
  }),
})

export const KbCategoryTree = Shape('KbCategoryTree', {
  categories: ListOf(
    Shape('KbCategoryNode', {
      ...read,
      depth: Type.Integer({
        minimum: 1,
        maximum: MAX_DEPTH,
        description: 'Its level, from 1',
        examples: [1],
      }),
      total_articles_count: Count('Articles in it and below that the caller may read'),
    }),
    { description: 'Every category before those below it, at most 1,000' },
  ),
})

export const WithPrivate = {
  admin: Flag(
    'The categories of the own account; needs `kb_articles.read`, or `kb_categories.update`, which shows private ones too. By default, the public ones of all accounts',
  ),
}

export const CategoryFilters = {
  ...WithPrivate,
  parent_id: Id('Only those directly below this category'),
  slug: Slug,
  search: Text(100, { description: 'Part of the name' }),
}

export function listCategories(
  ctx: PlatformCtx,
  page: PageRequest,
  { admin, parent_id, slug, search }: QueryValues<typeof CategoryFilters>,
) {
  let query = selectCategories(ctx, admin ? requireScope(ctx) : null)
  if (parent_id) query = query.where('kb_categories.parent_id', '=', parent_id)
  if (slug) query = query.where('kb_categories.slug', '=', slug)
  if (search) query = query.where((eb) => contains(eb.ref('kb_categories.name'), search))
  return paginate(ctx, query, page, 'kb_categories')
}

/** A category that visitors see, or one of the account for those who may change categories; 404 if there is none. */
export async function readCategory(ctx: PlatformCtx, id: string) {
  const own = scopeOf(ctx)
  const found = (own && (await findCategory(ctx, own, id))) ?? (await findCategory(ctx, null, id))
  if (!found) throw fail.notFound('category')
  return found
}

/** A category of the account, private or not; 404 if there is none. */
export async function readOwnCategory(ctx: Ctx, id: string) {
  const found = await findCategory(ctx, { accountId: ctx.account.id, isWhole: true }, id)
  if (!found) throw fail.notFound('category')
  return found
}

/** All categories at once, as a flat list in the order of the tree. */
export async function readCategoryTree(
  ctx: PlatformCtx,
  { admin }: QueryValues<typeof WithPrivate>,
) {
  const rows = await selectCategories(ctx, admin ? requireScope(ctx) : null)
    .orderBy('kb_categories.sort_order')
    .orderBy('kb_categories.name')
    .orderBy('kb_categories.id')
    .limit(MAX_CATEGORIES)
    .execute()
  return { categories: nested(rows) }
}

/**
 * A category of the account, for records that refer to it; 422 on `category_id` if there is none. It is neither deleted nor
 * hidden before the transaction ends.
 */
export async function requireCategory(tx: Tx, id: string) {
  const found = await tx
    .own('kb_categories')
    .select()
    .select(['id', 'name', 'slug', 'is_visible'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  if (!found) throw fail.invalid({ category_id: ['is not a category of this account'] })
  return found
}

/** What a caller sees of the own account besides what is public. */
interface Scope {
  accountId: string
  /** Private categories too. */
  isWhole: boolean
}

function scopeOf(ctx: PlatformCtx): Scope | undefined {
  const permissions = callingUser(ctx)?.permissions
  if (!permissions || !isInAccount(ctx)) return undefined
  const isWhole = permissions.has('kb_categories.update')
  if (!isWhole && !permissions.has('kb_articles.read')) return undefined
  return { accountId: ctx.account.id, isWhole }
}

function requireScope(ctx: PlatformCtx): Scope {
  const own = scopeOf(ctx)
  if (own) return own
  if (ctx.actor.kind === 'visitor') throw fail.with('unauthorized')
  throw fail.forbidden('kb_articles.read')
}

async function findCategory(ctx: PlatformCtx, own: Scope | null, id: string) {
  const found = await selectCategories(ctx, own)
    .select('kb_categories.account_id')
    .where('kb_categories.id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const { account_id, ...category } = found
  const nodes = await ctx
    .acrossAccounts({ because: 'those above a public category are public' })
    .selectFrom('kb_categories')
    .select(['id', 'parent_id', 'is_public', 'name', 'slug'])
    .where('account_id', '=', account_id)
    .execute()
  const path = [category, ...above(nodes, id)].reverse()
  return { ...category, path: path.map(({ id, name, slug }) => ({ id, name, slug })) }
}

/** The public categories of all active accounts, or categories of the caller's own. */
function selectCategories(ctx: PlatformCtx, own: Scope | null) {
  const readsDrafts = own !== null && callingUser(ctx)?.permissions.has('kb_articles.read') === true
  const query = ctx
    .acrossAccounts({ because: 'public categories are public; others are those of the account' })
    .selectFrom('kb_categories')
    .innerJoin('accounts', 'accounts.id', 'kb_categories.account_id')
    .select([
      'kb_categories.id',
      'kb_categories.name',
      'kb_categories.slug',
      'kb_categories.description',
      'kb_categories.parent_id',
      'kb_categories.is_public',
      'kb_categories.is_visible',
      'kb_categories.sort_order',
      'kb_categories.icon',
      'kb_categories.color',
      'kb_categories.created_at',
      'kb_categories.updated_at',
      sql<Record<string, unknown>>`kb_categories.metadata`.as('metadata'),
      sql<number>`(select count(*) from kb_articles a where a.category_id = kb_categories.id
        and (${readsDrafts} or (a.status = 'published' and a.is_public)))`.as('articles_count'),
      sql<number>`(select count(*) from kb_categories c where c.parent_id = kb_categories.id
        and (c.is_visible or ${own?.isWhole === true}))`.as('children_count'),
    ])
  if (own) {
    const ofAccount = query.where('kb_categories.account_id', '=', own.accountId)
    return own.isWhole ? ofAccount : ofAccount.where('kb_categories.is_visible', '=', true)
  }
  return query.where('kb_categories.is_visible', '=', true).where('accounts.status', '=', 'active')
}
