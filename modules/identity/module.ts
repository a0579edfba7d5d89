import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import accounts from './domains/accounts/domain.ts'
import delegations from './domains/delegations/domain.ts'
import impersonations from './domains/impersonations/domain.ts'
import invitations from './domains/invitations/domain.ts'
import passkeys from './domains/passkeys/domain.ts'
import roles from './domains/roles/domain.ts'
import sessions from './domains/sessions/domain.ts'
import twoFactor from './domains/two_factor/domain.ts'
import users from './domains/users/domain.ts'

/** Accounts, users, sign-in, roles and permissions. */
export default defineModule({
  name: 'identity',
  domains: [
    accounts,
    users,
    sessions,
    twoFactor,
    passkeys,
    roles,
    invitations,
    delegations,
    impersonations,
  ],
  migrations: join(import.meta.dirname, 'migrations'),
})
