import { extname } from 'node:path'

/** The extension of the code that runs: `.ts` in a checkout, `.js` in a release. For files that are loaded by their path. */
export const CODE: string = extname(import.meta.filename)
