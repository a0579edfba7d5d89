import { defineDomain } from '@powernode/server/platform/module.ts'
import { BoatChannel } from './channel.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { boats, painting } from './routes.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'boats',
  tables: ['boats'],
  contract,
  routes: [boats, painting],
  channels: { BoatChannel },
  mails,
  settings,
  retention: {
    boats: {
      counts: 'Boats retired for 400 days',
      rows: [{ by: 'updated_at', days: 400, where: { status: 'retired' } }],
    },
  },
  names: { boat: { rows: (ctx) => ctx.own('boats').select().select(['id', 'name']) } },
  examples: {
    boats: ({ owner }) => owner.post('/boats', { name: `Boat of ${owner.id}` }),
  },
})
