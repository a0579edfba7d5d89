import { Choice } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  public_site: setting(
    'general',
    Choice(
      ['all_accounts', 'own_account', 'off'],
      'Whose published pages this server shows under /p: of all accounts, of the accounts of its administrators, or nobody’s',
    ),
    () => 'all_accounts' as const,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'pages/settings': { settings: typeof settings }
  }
}
