import { join } from 'node:path'

/** What pages import by name: `~` is the app with its shared parts; pages themselves live in the modules. */
export const alias = {
  '~': join(import.meta.dirname, 'src'),
  '@powernode/modules': join(import.meta.dirname, '../modules'),
}
