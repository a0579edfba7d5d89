declare module 'virtual:documents' {
  type Entry = import('../documents.ts').DocumentEntry
  type Page = { title: string; default: string }
  /** All pages, in the order of the list. */
  export const entries: readonly Entry[]
  export const load: Record<string, (() => Promise<Page>) | undefined>
}
