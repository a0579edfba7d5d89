import { api, data, type Me } from './api'
import { disconnect } from './live'
import { meQuery, queryClient } from './session'
import { setImpersonation, storeToken } from './tokens'

/** While a mutation with this key runs, the shell shows a skeleton, so that no page sends requests as the wrong user. */
export const IDENTITY_MUTATION = ['identity']

let goHome = async () => {}

/** Registered once by the app: opens the start page after the user or account has changed. */
export function onIdentityReload(listener: () => Promise<void>) {
  goHome = listener
}

/** Switches to another account, or back to the user's own. */
export const switchAccount = (account_id: string) =>
  change(async () => {
    const session = await data(api.POST('/api/v1/accounts/switch', { body: { account_id } }))
    storeToken(session)
    return session.user
  })

/** Impersonates a user, of the own account by default. A refusal by the server is thrown before anything changes here. */
export async function startImpersonation(user_id: string, reason: string, account_id?: string) {
  const query = account_id ? { account_id } : {}
  const request = { body: { user_id, reason }, params: { query } }
  const { token, impersonation } = await data(api.POST('/api/v1/impersonations', request))
  await change(() => {
    setImpersonation({ token, reason, expires_at: impersonation.expires_at })
    return fetchMe()
  }).catch((error) => {
    setImpersonation(null)
    throw error
  })
}

/** Ends the impersonation. The token is dropped here even if the request fails. */
export const stopImpersonation = () =>
  change(async () => {
    await api.DELETE('/api/v1/impersonations').catch(() => {})
    setImpersonation(null)
    return fetchMe()
  })

/** Reloads the user of the session. */
export const reloadIdentity = () => change(fetchMe)

const fetchMe = async () => (await data(api.GET('/api/v1/auth/me'))).user

function change(switchTo: () => Promise<Me>): Promise<void> {
  return queryClient
    .getMutationCache()
    .build(queryClient, {
      mutationKey: IDENTITY_MUTATION,
      networkMode: 'always',
      mutationFn: async () => {
        disconnect()
        await queryClient.cancelQueries()
        const me = await switchTo()
        await goHome()
        queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
        queryClient.setQueryData(meQuery.queryKey, me)
      },
    })
    .execute(undefined)
}
