import { setting } from '@powernode/server/platform/settings/catalogue.ts'
import { ArticleLanguage } from './languages.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  kb_language: setting(
    'general',
    {
      ...ArticleLanguage,
      description: 'Language of new articles of the knowledge base, unless their author names one',
    },
    () => 'english' as const,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'kb_articles/settings': { settings: typeof settings }
  }
}
