import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Boat = Data<'/api/v1/boats', 'get'>[number]

export const boatsQuery = (query: Query<'/api/v1/boats'>) =>
  queryOptions({
    queryKey: ['boats', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/boats', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const boatQuery = (id: string) =>
  queryOptions({
    queryKey: ['boats', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/boats/{id}', { params: { path: { id } }, signal })),
  })

export async function createBoat(body: { name: string }) {
  const boat = await data(api.POST('/api/v1/boats', { body }))
  await changed()
  return boat
}

export async function retireBoat({ id }: Boat) {
  const params = { path: { id } }
  await reply(api.PATCH('/api/v1/boats/{id}', { params, body: { status: 'retired' } }))
  await changed()
}

export async function deleteBoat({ id }: Boat) {
  await reply(api.DELETE('/api/v1/boats/{id}', { params: { path: { id } } }))
  await changed()
}

async function changed() {
  await Promise.all(
    [['boats'], ['audit_logs']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
