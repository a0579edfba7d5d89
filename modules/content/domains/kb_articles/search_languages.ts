import { type Cache, openCache } from '@powernode/server/platform/cache.ts'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'

/** The languages of published articles. A search looks for the forms that a word has in each of them. */
export const searchLanguages: Cache<string[]> = openCache(async (ctx: PlatformCtx) => {
  const rows = await ctx
    .acrossAccounts({ because: 'a search covers the articles of all accounts' })
    .selectFrom('kb_articles')
    .select('language')
    .distinct()
    .where('status', '=', 'published')
    .execute()
  return rows.map(({ language }) => language)
})

/** Makes searches cover a language from now on, when an article in it is published. */
export async function keepLanguage(tx: Tx, language: string): Promise<void> {
  const known = await searchLanguages.of(tx)
  if (!known.includes(language)) await tx.refresh('kb_languages')
}

export const languageCaches = { kb_languages: searchLanguages }

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'kb_articles/caches': { caches: typeof languageCaches }
  }
}
