import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  impersonation_minutes: setting(
    'general',
    wholeNumber(5, 480, 60, 'How long somebody may act as somebody else, in minutes'),
    (config) => config.IMPERSONATION_MINUTES,
  ),
  impersonation_notice: setting(
    'general',
    Flag('Whoever is acted as is told by mail'),
    (config) => config.IMPERSONATION_NOTICE,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'impersonations/settings': { settings: typeof settings }
  }
}
