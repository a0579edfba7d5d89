import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  Boat,
  BoatChanges,
  BoatFilters,
  createBoat,
  deleteBoat,
  listBoats,
  NewBoat,
  readBoat,
  updateBoat,
} from './boat.ts'
import { paintBoat } from './painting.ts'

export const boats = resource('/boats', 'Boats of the account', (r) => {
  r.list(
    '/',
    {
      can: 'boats.read',
      of: Boat,
      query: BoatFilters,
      sorts: ['-created_at', 'name'],
      summary: 'List boats',
    },
    ({ ctx, page, query }) => listBoats(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'boats.create',
      whileImpersonating: 'gives no access',
      body: NewBoat,
      of: Boat,
      summary: 'Add a boat',
      says: 'Boat added',
    },
    ({ ctx, body }) => createBoat(ctx, body),
  )
  r.get('/:id', { can: 'boats.read', of: Boat, summary: 'Get a boat' }, ({ ctx, id }) =>
    readBoat(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'boats.update',
      whileImpersonating: 'gives no access',
      body: BoatChanges,
      of: Boat,
      summary: 'Rename or retire a boat',
      says: 'Boat updated',
    },
    ({ ctx, id, body }) => updateBoat(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'boats.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a boat',
      says: 'Boat deleted',
    },
    ({ ctx, id }) => deleteBoat(ctx, id),
  )
})

/** For the handler of `paint_boat`: a worker has no database, and calls the API. */
export const painting = resource('/internal/boats', 'Painting of boats', (r) => {
  r.post(
    '/:id/paint',
    { can: 'system.boats.paint', of: Empty, status: 200, summary: 'Paint a boat' },
    ({ ctx, id }) => paintBoat(ctx, id),
  )
})
