/** An upload that was started in this browser, and where it goes on. Kept until it is complete. */
export type StartedUpload = {
  /** The user and account that it belongs to. */
  owner: string
  /** Its address at the API. */
  url: string
  filename: string
  size: number
  lastModified: number
  /** The file whose content it replaces. */
  versionOf: string | null
  startedAt: number
}

const KEY = 'powernode.uploads'
/** The server forgets uploads after a day. */
const MAX_AGE_MS = 86_400_000

/** The uploads of a user that can go on. */
export function startedUploads(owner: string, now = Date.now()): StartedUpload[] {
  return read().filter((one) => one.owner === owner && now - one.startedAt < MAX_AGE_MS)
}

/** The upload of the same file, if it was started. */
export function startedUploadOf(
  owner: string,
  { name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>,
  versionOf: string | null,
): StartedUpload | undefined {
  return startedUploads(owner).find(
    (one) =>
      one.filename === name &&
      one.size === size &&
      one.lastModified === lastModified &&
      one.versionOf === versionOf,
  )
}

export function rememberUpload(upload: StartedUpload): void {
  write([...read().filter(({ url }) => url !== upload.url), upload])
}

export function forgetUpload(url: string): void {
  write(read().filter((one) => one.url !== url))
}

function read(): StartedUpload[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function write(uploads: StartedUpload[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(uploads))
  } catch {
    // Without storage, uploads go on until the page is left.
  }
}
