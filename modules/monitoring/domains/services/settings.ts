import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  status_page_enabled: setting(
    'general',
    Flag('Anybody may see at /status how the services marked public are'),
    () => false,
    true,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'services/settings': { settings: typeof settings }
  }
}
