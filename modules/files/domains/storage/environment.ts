import { isAbsolute } from 'node:path'
import type { Parse } from '@powernode/contract/environment.ts'

const absolutePath: Parse<string> = (value) => {
  if (isAbsolute(value)) return value.replace(/\/+$/, '') || '/'
  throw new Error('must be an absolute path')
}

/** Settings of storages. */
export const storageEnvironment = {
  /** Unset: `files` in the data folder. */
  STORAGE_ROOT: { parse: absolutePath, default: undefined },
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'storage/environment': { environment: typeof storageEnvironment }
  }
}
