import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that an administrator can change at run time. */
export const settings = {
  status_page_enabled: setting(
    'general',
    Flag('Whether the public status page at /status is enabled'),
    () => false,
    true,
  ),
  incident_retention_days: setting(
    'general',
    wholeNumber(90, 3650, 400, 'Days until ended incidents of services are deleted'),
    () => 400,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'services/settings': { settings: typeof settings }
  }
}
