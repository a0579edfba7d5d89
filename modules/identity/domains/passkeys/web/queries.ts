import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, reply } from '~/api'
import { queryClient } from '~/session'
import type { IdentityProof } from '~/ui/ConfirmIdentityDialog'

export type Passkey = Data<'/api/v1/passkeys', 'get'>[number]

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/passkeys', { params: { query: LARGEST_PAGE }, signal })),
})

export async function addPasskey(name: string) {
  const { makePasskey } = await import('~/webauthn')
  const response = await makePasskey(await data(api.POST('/api/v1/passkeys/options')))
  await reply(api.POST('/api/v1/passkeys', { body: { name, response } }))
  await changed()
}

/** Confirms the user's identity first, if the last confirmation is too old. */
export async function addPasskeyAfter(proof: IdentityProof, name: string) {
  const { confirmIdentity } = await import('~/ui/ConfirmIdentityDialog')
  await confirmIdentity(proof)
  await addPasskey(name)
}

export async function renamePasskey(id: string, name: string) {
  await reply(api.PATCH('/api/v1/passkeys/{id}', { params: { path: { id } }, body: { name } }))
  await changed()
}

export async function removePasskey(id: string) {
  await reply(api.DELETE('/api/v1/passkeys/{id}', { params: { path: { id } } }))
  await changed()
}

const changed = () => queryClient.invalidateQueries({ queryKey: passkeysQuery.queryKey })
