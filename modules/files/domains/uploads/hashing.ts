import { createHash } from 'node:crypto'
import { createSHA256 } from 'hash-wasm'

/** The SHA-256 of what an upload has received. */
export interface UploadHash {
  update(bytes: Buffer): void
  /** What another process needs to go on; null if it cannot. */
  state(): Buffer | null
  /** In hexadecimal. Nothing can be added afterwards. */
  digest(): string
}

/** The hash of Node.js, which is several times as fast but cannot be saved. */
export function openNativeHash(): UploadHash {
  const hash = createHash('sha256')
  return {
    update: (bytes) => void hash.update(bytes),
    state: () => null,
    digest: () => hash.digest('hex'),
  }
}

/** A hash that goes on from a saved state, or begins. Undefined if another version of the library saved the state. */
export async function openHash(state: Buffer | undefined): Promise<UploadHash | undefined> {
  const hash = await createSHA256()
  hash.init()
  try {
    if (state) hash.load(state)
  } catch {
    return undefined
  }
  return {
    update: (bytes) => void hash.update(bytes),
    state: () => Buffer.from(hash.save()),
    digest: () => hash.digest('hex'),
  }
}
