import { randomUUIDv7 } from 'node:crypto'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { deleteEndedUploads } from './cancelling.ts'
import { contract } from './contract.ts'
import { createUpload } from './creation.ts'
import { uploads } from './routes.ts'

export default defineDomain({
  name: 'uploads',
  tables: ['uploads', 'upload_parts', 'upload_tails'],
  contract,
  routes: [uploads],
  sweep: {
    uploads: { counts: 'Uploads that ended a week ago', run: deleteEndedUploads },
  },
  examples: {
    uploads: ({ write }) =>
      write(async (tx) => {
        const id = randomUUIDv7()
        await createUpload(tx, { id, metadata: { filename: 'plan.txt' }, length: 11 })
        return { id }
      }),
  },
})
