import { api, data, type Me } from './api'
import { disconnect } from './live'
import { meQuery, queryClient } from './session'
import { setImpersonation, storeToken } from './tokens'

/** While a mutation of this key runs, the shell shows its outline, so no page asks in the wrong name. */
export const IDENTITY_MUTATION = ['identity']

let goHome = async () => {}

/** Called once by the app: where somebody starts who has just become another, or moved. */
export function onIdentityReload(listener: () => Promise<void>) {
  goHome = listener
}

/** Works in another account from here on, or in one's own again. */
export const switchAccount = (account_id: string) =>
  change(async () => {
    const session = await data(api.POST('/api/v1/accounts/switch', { body: { account_id } }))
    storeToken(session)
    return session.user
  })

/** Acts as somebody else, of one's own account unless another is named. What the server refuses is thrown before anything changes here. */
export async function startImpersonation(user_id: string, reason: string, account_id?: string) {
  const query = account_id ? { account_id } : {}
  const request = { body: { user_id, reason }, params: { query } }
  const { token, impersonation } = await data(api.POST('/api/v1/impersonations', request))
  await change(() => {
    setImpersonation({ token, reason, expires_at: impersonation.expires_at })
    return askMe()
  }).catch((error) => {
    setImpersonation(null)
    throw error
  })
}

/** Back to oneself, also when the server cannot be told: the bearer is forgotten here. */
export const stopImpersonation = () =>
  change(async () => {
    await api.DELETE('/api/v1/impersonations').catch(() => {})
    setImpersonation(null)
    return askMe()
  })

/** Shows whoever the session speaks for now. */
export const reloadIdentity = () => change(askMe)

const askMe = async () => (await data(api.GET('/api/v1/auth/me'))).user

function change(become: () => Promise<Me>): Promise<void> {
  return queryClient
    .getMutationCache()
    .build(queryClient, {
      mutationKey: IDENTITY_MUTATION,
      networkMode: 'always',
      mutationFn: async () => {
        disconnect()
        await queryClient.cancelQueries()
        const me = await become()
        await goHome()
        queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
        queryClient.setQueryData(meQuery.queryKey, me)
      },
    })
    .execute(undefined)
}
