import type { Permission } from '@powernode/contract/names.ts'
import {
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useQuery,
} from '@tanstack/react-query'
import { api, data, isFailure, type Me } from './api'
import { forgetRecents } from './recents'
import {
  activeImpersonation,
  clearTokens,
  hasSessionFlag,
  refresh,
  setImpersonation,
  storeToken,
} from './tokens'

/** A refused permission may have been lost meanwhile: the page then shows what is still permitted. */
function onError(error: unknown) {
  if (isFailure(error) && error.code === 'forbidden')
    void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
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

/** The signed-in user. Only for components below `signedInRoute`, where there always is one. */
export function useMe(): Me {
  const { data: me } = useQuery(meQuery)
  if (!me) throw new Error('useMe was called outside the signed-in area')
  return me
}

export function useCan(permission: Permission | undefined): boolean {
  const me = useMe()
  return permission === undefined || me.permissions.includes(permission)
}

/** As `useCan`, for actions that are not available while impersonating. */
export function useCanUnlessImpersonating(permission: Permission): boolean {
  const impersonating = useMe().impersonator !== null
  return useCan(permission) && !impersonating
}

/** Restores the session of a reloaded page. Returns false if there is none and the user must sign in. */
export async function restoreSession(): Promise<boolean> {
  if (!hasSessionFlag()) return false
  if (queryClient.getQueryData(meQuery.queryKey)) return true
  if (!(await refresh())) return false
  await queryClient.ensureQueryData(meQuery)
  return true
}

/** Returns the verification token if a code is still needed, otherwise null. */
export async function signIn(credentials: { email: string; password: string }) {
  const session = await data(api.POST('/api/v1/auth/login', { body: credentials }))
  if ('requires_2fa' in session) return session.verification_token
  startSession(session)
  return null
}

export async function signInWithCode(body: { verification_token: string; code: string }) {
  startSession(await data(api.POST('/api/v1/auth/verify-2fa', { body })))
}

export async function signInWithPasskey() {
  const { getPasskeyAssertion } = await import('./webauthn')
  const options = await data(api.POST('/api/v1/auth/passkey/options'))
  const response = await getPasskeyAssertion(options)
  startSession(await data(api.POST('/api/v1/auth/passkey', { body: { response } })))
}

export async function register(body: {
  name: string
  email: string
  password: string
  account_name: string
}) {
  startSession(await data(api.POST('/api/v1/auth/register', { body })))
}

/** Creates the invited user and signs them in. */
export async function acceptInvitation(token: string, body: { name: string; password: string }) {
  const params = { path: { token } }
  startSession(await data(api.POST('/api/v1/invitations/{token}/accept', { params, body })))
}

/** Signs out of this browser even if the requests fail. */
export async function signOut() {
  if (activeImpersonation()) {
    await api.DELETE('/api/v1/impersonations').catch(() => {})
    setImpersonation(null)
  }
  await api.POST('/api/v1/auth/logout', { body: {} }).catch(() => {})
  clearTokens()
  forgetRecents()
  queryClient.clear()
}

function startSession(session: { user: Me; access_token: string; expires_at: string }) {
  setImpersonation(null)
  storeToken(session)
  queryClient.clear()
  queryClient.setQueryData(meQuery.queryKey, session.user)
}
