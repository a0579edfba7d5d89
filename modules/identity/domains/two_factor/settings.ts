import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  require_two_factor_for_admins: {
    ...setting(
      'security',
      Flag('Whether admin permissions require two-factor authentication'),
      () => false,
    ),
    decidesPermissions: true,
  },
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'two_factor/settings': { settings: typeof settings }
  }
}
