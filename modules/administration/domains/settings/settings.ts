import { Email, Flag, Nullable, Title } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

/** What an administrator changes while the server runs. */
export const settings = {
  system_name: setting(
    'general',
    Title(60, { description: 'What this installation is called', examples: ['Powernode'] }),
    () => 'Powernode',
    true,
  ),
  support_email: setting(
    'general',
    Nullable(Email('Where people turn to for help; in mails and on the sign-in page')),
    () => null,
    true,
  ),
  maintenance_mode: setting(
    'general',
    Flag('Only administrators are let in; everybody else is asked to come back later'),
    () => false,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'settings/settings': { settings: typeof settings }
  }
}
