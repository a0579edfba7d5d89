import { declare } from '@powernode/contract/declare.ts'
import { event, id, list, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const boat = { id: id('The boat'), name: text('Its name', 'Aurora') }

export const contract = declare({
  permissions: {
    'boats.read': { description: 'See boats', roles: ['member', 'developer'] },
    'boats.create': { description: 'Add boats', roles: ['developer'] },
    'boats.update': { description: 'Rename and retire boats', roles: ['developer'] },
    'boats.delete': { description: 'Delete boats' },
    'system.boats.paint': { description: 'Paint boats' },
  },
  events: {
    'boat.created': event('A boat was added', boat),
    'boat.updated': event('A boat changed', {
      id: boat.id,
      changes: list('Names of the fields that changed', 'name'),
    }),
    'boat.deleted': event('A boat was deleted', boat),
    'boat.painted': event('A boat was painted', boat),
  },
  jobs: {
    paint_boat: {
      input: Type.Object({ boat_id: Type.String({ format: 'uuid' }) }),
      queue: 'maintenance',
      retries: 8,
      timeoutSeconds: 60,
    },
  },
  audit: {
    'boat.created': {},
    'boat.updated': {},
    'boat.deleted': {},
    'boat.painted': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    boats: typeof contract
  }
}
