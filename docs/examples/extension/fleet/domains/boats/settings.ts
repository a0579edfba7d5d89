import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** Those of the group `general` are shown on the page Server settings. */
export const settings = {
  boat_mails: setting('general', Flag('Emails owners when a boat is painted'), () => true),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'boats/settings': { settings: typeof settings }
  }
}
