import { queryOptions } from '@tanstack/react-query'
import { api, data, reply } from '~/api'
import { queryClient } from '~/session'
import type { IdentityProof } from '~/ui/ConfirmIdentityDialog'

export const twoFactorStatusQuery = queryOptions({
  queryKey: ['two_factor', 'status'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/two_factor/status', { signal })),
})

/** Starts the setup when the drawer opens. Not refetched, because each request creates a new secret. */
export const setupQuery = queryOptions({
  queryKey: ['two_factor', 'setup'],
  queryFn: () => data(api.POST('/api/v1/two_factor/enable')),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  retry: false,
})

/** Not cached: codes must not outlive their dialog. */
export const codesQuery = queryOptions({
  queryKey: ['two_factor', 'codes'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/two_factor/backup_codes', { signal })),
  gcTime: 0,
})

export async function turnOn(code: string) {
  const body = { code: code.replaceAll(' ', '') }
  const { backup_codes } = await data(api.POST('/api/v1/two_factor/verify_setup', { body }))
  await changed()
  return backup_codes
}

export async function turnOff(body: IdentityProof) {
  await reply(api.DELETE('/api/v1/two_factor/disable', { body }))
  await changed()
}

export async function renewCodes(body: IdentityProof) {
  const path = '/api/v1/two_factor/regenerate_backup_codes'
  const { backup_codes } = await data(api.POST(path, { body }))
  await changed()
  return backup_codes
}

export async function confirmSession(body: IdentityProof) {
  const { confirmIdentity } = await import('~/ui/ConfirmIdentityDialog')
  await confirmIdentity(body)
}

/** Includes the sessions, because turning it off ends the other ones. */
async function changed() {
  await Promise.all(
    [twoFactorStatusQuery.queryKey, ['sessions'], ['me'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
