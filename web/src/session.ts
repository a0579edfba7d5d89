import type { Permission } from '@powernode/contract/names.ts'
import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { api, data, isFailure, type Me } from './api'
import {
  activeImpersonation,
  clearTokens,
  hasSessionFlag,
  refresh,
  setImpersonation,
  storeToken,
} from './tokens'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) =>
        count < 2 && !(isFailure(error) && error.status >= 400 && error.status < 500),
    },
  },
})

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await data(api.GET('/api/v1/auth/me', { signal }))).user,
  staleTime: 60_000,
})

/** The signed-in person. Only pages behind the session guard call it, so there always is one. */
export function useMe(): Me {
  const { data: me } = useQuery(meQuery)
  if (!me) throw new Error('useMe was called outside the signed-in area')
  return me
}

export function useCan(permission: Permission | undefined): boolean {
  const me = useMe()
  return permission === undefined || me.permissions.includes(permission)
}

/** As `useCan`, for what is refused while somebody acts as the person. */
export function useCanUnlessImpersonating(permission: Permission): boolean {
  const impersonating = useMe().impersonator !== null
  return useCan(permission) && !impersonating
}

/** Brings the session of a reloaded page back. False: there is none, the person must sign in. */
export async function restoreSession(): Promise<boolean> {
  if (queryClient.getQueryData(meQuery.queryKey)) return true
  if (!hasSessionFlag() || !(await refresh())) return false
  await queryClient.ensureQueryData(meQuery)
  return true
}

/** Returns what names the sign-in when it still needs a code; otherwise the person is in. */
export async function signIn(credentials: { email: string; password: string }) {
  const answer = await data(api.POST('/api/v1/auth/login', { body: credentials }))
  if ('requires_2fa' in answer) return answer.verification_token
  enter(answer)
  return null
}

export async function signInWithCode(body: { verification_token: string; code: string }) {
  enter(await data(api.POST('/api/v1/auth/verify-2fa', { body })))
}

export async function signInWithPasskey() {
  const { answerWithPasskey } = await import('./webauthn')
  const options = await data(api.POST('/api/v1/auth/passkey/options'))
  const response = await answerWithPasskey(options)
  enter(await data(api.POST('/api/v1/auth/passkey', { body: { response } })))
}

export async function register(person: {
  name: string
  email: string
  password: string
  account_name: string
}) {
  enter(await data(api.POST('/api/v1/auth/register', { body: person })))
}

/** Leaves even when the server cannot be told: the person asked to be signed out of this browser. */
export async function signOut() {
  if (activeImpersonation()) {
    await api.DELETE('/api/v1/impersonations').catch(() => {})
    setImpersonation(null)
  }
  await api.POST('/api/v1/auth/logout', { body: {} }).catch(() => {})
  clearTokens()
  queryClient.clear()
}

function enter(session: { user: Me; access_token: string; expires_at: string }) {
  storeToken(session)
  queryClient.clear()
  queryClient.setQueryData(meQuery.queryKey, session.user)
}
