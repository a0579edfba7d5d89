import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const manifest = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')

/** The version of Powernode: that of `package.json` in the checkout or the release. */
export const { version } = JSON.parse(manifest) as { version: string }
