import { inject } from 'vitest'
import { caller } from './client.ts'
import type { LaunchSettings } from './launch.ts'
import { mailTo } from './mailbox.ts'
import { signIn } from './people.ts'
import { ADMIN_EMAIL, type Installation, runUp, type Shared } from './up.ts'

/**
 * Starts an installation for one test file, which may configure, kill and restart it; the name of the file ends in
 * `.alone.test.ts`. It starts with a data folder that is already initialised. `program` is the
 * `bin/powernode.mjs` of another checkout.
 */
export function startInstallation(
  settings: LaunchSettings = {},
  program?: string,
): Promise<Installation> {
  return runUp(settings, inject('template'), program)
}

/** The installation for all test files that do not change its settings and use only accounts of their own. */
export async function sharedInstallation(): Promise<Shared> {
  const { url, folder } = inject('shared')
  const admin = await signIn(url, ADMIN_EMAIL)
  return {
    url,
    folder,
    admin,
    call: caller(url),
    mailTo: (address, subject) => mailTo(admin, address, subject),
  }
}
