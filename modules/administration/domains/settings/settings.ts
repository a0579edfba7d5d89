import { Email, Flag, Nullable, Title } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that an administrator can change at run time. */
export const settings = {
  system_name: setting(
    'general',
    Title(60, { description: 'Name of this installation', examples: ['Powernode'] }),
    () => 'Powernode',
    true,
  ),
  support_email: setting(
    'general',
    Nullable(Email('Support address, shown in emails and on the sign-in page')),
    () => null,
    true,
  ),
  maintenance_mode: setting(
    'general',
    Flag('Only administrators can use the server; other users are asked to come back later'),
    () => false,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'settings/settings': { settings: typeof settings }
  }
}
