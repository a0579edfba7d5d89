import { inject } from 'vitest'
import { caller } from './client.ts'
import type { LaunchSettings } from './launch.ts'
import { mailTo } from './mailbox.ts'
import { signIn } from './people.ts'
import { ADMIN_EMAIL, type Installation, runUp, type Shared } from './up.ts'

/**
 * A Powernode for this file alone, which it may configure, kill and restart; its name ends in `.alone.test.ts`. It begins
 * from the data folder that a first start leaves.
 */
export function startInstallation(settings: LaunchSettings = {}): Promise<Installation> {
  return runUp(settings, inject('template'))
}

/** The Powernode that files share which leave its settings alone and look at accounts of their own. */
export async function sharedInstallation(): Promise<Shared> {
  const { url, folder } = inject('shared')
  const admin = await signIn(url, ADMIN_EMAIL)
  return {
    url,
    folder,
    admin,
    call: caller(url),
    mailTo: (address, about) => mailTo(admin, address, about),
  }
}
