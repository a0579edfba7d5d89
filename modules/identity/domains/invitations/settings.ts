import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  invitation_retention_days: setting(
    'general',
    wholeNumber(1, 3650, 180, 'Days until accepted, cancelled and expired invitations are deleted'),
    () => 180,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'invitations/settings': { settings: typeof settings }
  }
}
