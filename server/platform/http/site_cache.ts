const MAX_DOCUMENTS = 500
const MAX_CHARACTERS = 16 * 1024 * 1024
const MAX_AGE_MS = 60_000

/** A document of the public site. */
export interface SiteDocument {
  /** 200 by default. */
  status?: 200 | 404
  type: string
  body: string
  /** Search engines must not list it. */
  noIndex?: boolean
  /** It is not kept by caches. */
  noStore?: boolean
}

export interface CachedDocument extends SiteDocument {
  etag: string
}

/** Documents of the public site, by address. */
export interface SiteCache {
  get(path: string): CachedDocument | undefined
  /**
   * Call it before reading what a document consists of. Returns a function that keeps the document, unless the cache was
   * cleared meanwhile: then the document may be outdated.
   */
  begin(): (path: string, document: CachedDocument) => void
  /** Drops all documents. */
  reload(): Promise<void>
}

/** At most 500 documents of 16 million characters in all, each for a minute; the oldest are dropped first. */
export function createSiteCache(): SiteCache {
  const documents = new Map<string, CachedDocument & { keptAt: number }>()
  let characters = 0
  let generation = 0

  function drop(path: string) {
    characters -= documents.get(path)?.body.length ?? 0
    documents.delete(path)
  }

  return {
    get(path) {
      const document = documents.get(path)
      return document && document.keptAt > Date.now() - MAX_AGE_MS ? document : undefined
    },
    begin() {
      const started = generation
      return (path, document) => {
        const { status = 200, noStore, body } = document
        if (status !== 200 || noStore || generation !== started) return
        drop(path)
        documents.set(path, { ...document, keptAt: Date.now() })
        characters += body.length
        for (const oldest of documents.keys()) {
          if (documents.size <= MAX_DOCUMENTS && characters <= MAX_CHARACTERS) break
          drop(oldest)
        }
      }
    },
    async reload() {
      generation++
      documents.clear()
      characters = 0
    },
  }
}
