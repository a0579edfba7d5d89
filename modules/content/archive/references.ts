import { posix } from 'node:path'

const OWN_FILE = /(?<![\w/])\/f\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi
/** Addresses in Markdown: after `](`, or in a definition of a link. */
const ADDRESS = /(\]\(\s*<?|^\s{0,3}\[[^\]\n]{1,200}\]:\s*<?)([^\s)<>]{1,1000})/gm

/** The ids of the files of the account that a text refers to, as `/f/<id>`. */
export function ownFiles(content: string): string[] {
  return [...new Set([...content.matchAll(OWN_FILE)].map(([, id = '']) => id.toLowerCase()))]
}

/** Refers to the files of the archive in place of those of the account. `paths` has the path of each by its id. */
export function toArchive(content: string, paths: ReadonlyMap<string, string>): string {
  return content.replace(OWN_FILE, (address, id: string) => {
    const path = paths.get(id.toLowerCase())
    return path ? encodePath(path) : address
  })
}

/** The paths of the archive that a text at `from` refers to, by the address that stands in the text. */
export function archiveFiles(content: string, from: string, paths: ReadonlySet<string>) {
  const found = new Map<string, string>()
  for (const [, , address = ''] of content.matchAll(ADDRESS)) {
    const path = resolve(address, from)
    if (path !== undefined && paths.has(path)) found.set(address, path)
  }
  return found
}

/** Refers to the files of the account in place of those of the archive. `ids` has the id of each by its address. */
export function fromArchive(content: string, ids: ReadonlyMap<string, string>): string {
  return content.replace(ADDRESS, (whole, before: string, address: string) => {
    const id = ids.get(address)
    return id ? `${before}/f/${id}` : whole
  })
}

function resolve(address: string, from: string): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/|#|\?)/i.test(address)) return undefined
  try {
    const path = decodeURIComponent(address.replace(/[?#].*$/, ''))
    return posix.join(posix.dirname(from), path)
  } catch {
    return undefined
  }
}

/** A path as an address in Markdown, in which parentheses end it. */
const encodePath = (path: string) =>
  path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')),
    )
    .join('/')
