import { join } from 'node:path'

/** Import aliases of pages: `~` is the app with its shared parts. The pages themselves are in the modules. */
export const alias = {
  '~': join(import.meta.dirname, 'src'),
  '@powernode/modules': join(import.meta.dirname, '../modules'),
}
