import { expect, test } from 'vitest'
import type { PlatformCtx } from '../db/context.ts'
import { fail } from '../kernel/fail.ts'
import type { Principal } from './authenticator.ts'
import { createPrincipals } from './principals.ts'

const principal: Principal = {
  actor: { kind: 'worker', workerId: 'w', permissions: new Set(), concurrency: null, queues: [] },
  accountId: undefined,
  expiresAt: Number.POSITIVE_INFINITY,
  dependsOn: new Set(['user:ada']),
}

/** Principals whose loads end when told to, with the rows as they were at the start. */
function loading() {
  let revoked = false
  let loads = 0
  const { promise: read, resolve: finish } = Promise.withResolvers<void>()
  const principals = createPrincipals(
    () => ({}) as PlatformCtx,
    [
      {
        kind: 'worker',
        prefix: '',
        async load() {
          loads++
          const found = !revoked
          await read
          if (!found) throw fail.with('unauthorized')
          return principal
        },
      },
    ],
    () => true,
  )
  return {
    principals,
    finish,
    revoke() {
      revoked = true
      principals.forget({ user: 'ada' })
    },
    loads: () => loads,
  }
}

test('a credential that is revoked while its rows are read is refused', async () => {
  const { principals, finish, revoke } = loading()
  const authenticated = principals.authenticate('token')
  revoke()
  finish()
  await expect(authenticated).rejects.toMatchObject({ code: 'unauthorized' })
})

test('a revocation of another user during the read does not load the credential again', async () => {
  const { principals, finish, loads } = loading()
  const authenticated = principals.authenticate('token')
  principals.forget({ user: 'grace' })
  finish()
  expect(await authenticated).toBe(principal)
  expect(await principals.authenticate('token')).toBe(principal)
  expect(loads()).toBe(1)
})
