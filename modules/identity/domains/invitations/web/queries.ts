import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Invitation = Data<'/api/v1/invitations', 'get'>[number]
export type NewInvitation = { email: string; name: string; roles: string[]; message: string }

export const invitationsQuery = (query: Query<'/api/v1/invitations'>) =>
  queryOptions({
    queryKey: ['invitations', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/invitations', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export async function invite({ email, name, roles, message }: NewInvitation) {
  const body = {
    email,
    ...(name.trim() && { name: name.trim() }),
    ...(roles.length > 0 && { roles }),
    ...(message.trim() && { message: message.trim() }),
  }
  await reply(api.POST('/api/v1/invitations', { body }))
  await changed()
}

export async function resend({ id }: Invitation) {
  await reply(api.POST('/api/v1/invitations/{id}/resend', { params: { path: { id } } }))
  await changed()
}

export async function cancel({ id }: Invitation) {
  await reply(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } }))
  await changed()
}

async function changed() {
  await Promise.all(
    [['invitations'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
