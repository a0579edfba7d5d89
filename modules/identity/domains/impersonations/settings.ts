import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  impersonation_minutes: setting(
    'general',
    wholeNumber(5, 480, 60, 'Maximum length of an impersonation, in minutes'),
    (config) => config.IMPERSONATION_MINUTES,
  ),
  impersonation_notice: setting(
    'general',
    Flag('Whether impersonated users are notified by email'),
    (config) => config.IMPERSONATION_NOTICE,
  ),
  impersonation_retention_days: setting(
    'general',
    wholeNumber(
      30,
      3650,
      400,
      'Days until ended impersonations are deleted; the audit log keeps its entries',
    ),
    () => 400,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'impersonations/settings': { settings: typeof settings }
  }
}
