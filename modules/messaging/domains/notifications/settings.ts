import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  notification_retention_days: setting(
    'general',
    wholeNumber(1, 3650, 90, 'Days until notifications are deleted'),
    () => 90,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'notifications/settings': { settings: typeof settings }
  }
}
