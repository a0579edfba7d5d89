import { Flag } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  require_two_factor_for_admins: {
    ...setting(
      'security',
      Flag('Administration is open only to people with two-factor sign-in'),
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
