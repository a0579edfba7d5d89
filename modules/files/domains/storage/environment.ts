import { isAbsolute } from 'node:path'
import { flag, type Parse, url } from '@powernode/contract/environment.ts'
import { BUCKET, FOLDER } from './places.ts'

const absolutePath: Parse<string> = (value) => {
  if (isAbsolute(value)) return value.replace(/\/+$/, '') || '/'
  throw new Error('must be an absolute path')
}

const matching =
  (pattern: string, says: string): Parse<string> =>
  (value) => {
    if (new RegExp(pattern).test(value)) return value
    throw new Error(says)
  }

const word = matching('^[\\x21-\\x7e]{1,300}$', 'must be one word')

/** Settings of storages. */
export const storageEnvironment = {
  /** Unset: `files` in the data folder. */
  STORAGE_ROOT: { parse: absolutePath, default: undefined },
  /** If set, new accounts keep their files in this bucket instead of on the disk. */
  S3_BUCKET: {
    parse: matching(BUCKET, 'must be the name of a bucket'),
    default: undefined,
    needs: ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  },
  S3_ACCESS_KEY_ID: { parse: word, default: undefined, needs: ['S3_BUCKET'] },
  S3_SECRET_ACCESS_KEY: { parse: word, default: undefined, needs: ['S3_BUCKET'] },
  S3_REGION: { parse: word, default: 'us-east-1' },
  /** Unset: Amazon S3. */
  S3_ENDPOINT: { parse: url('http:', 'https:'), default: undefined, needs: ['S3_BUCKET'] },
  S3_PREFIX: {
    parse: matching(FOLDER, 'must be a relative path of a-z, 0-9, _ and -'),
    default: undefined,
    needs: ['S3_BUCKET'],
  },
  STORAGE_ALLOW_PRIVATE_ENDPOINTS: { parse: flag, default: false },
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'storage/environment': { environment: typeof storageEnvironment }
  }
}
