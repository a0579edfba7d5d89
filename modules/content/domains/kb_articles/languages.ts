import { Choice } from '@powernode/server/platform/http/shapes.ts'

/** Languages in which PostgreSQL finds the forms of a word, with their codes for HTML. `simple` finds exact words. */
const codes = {
  simple: 'und',
  arabic: 'ar',
  armenian: 'hy',
  basque: 'eu',
  catalan: 'ca',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  finnish: 'fi',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hindi: 'hi',
  hungarian: 'hu',
  indonesian: 'id',
  irish: 'ga',
  italian: 'it',
  lithuanian: 'lt',
  nepali: 'ne',
  norwegian: 'no',
  portuguese: 'pt',
  romanian: 'ro',
  russian: 'ru',
  serbian: 'sr',
  spanish: 'es',
  swedish: 'sv',
  tamil: 'ta',
  turkish: 'tr',
  yiddish: 'yi',
} as const

export type ArticleLanguage = keyof typeof codes

export const ArticleLanguage = Choice(
  Object.keys(codes) as ArticleLanguage[],
  'Language of the text, for search: its words are found in all their forms. `simple` for others',
)

/** The code of a language in HTML. */
export const languageCode = (language: string): string =>
  codes[language as ArticleLanguage] ?? 'und'
