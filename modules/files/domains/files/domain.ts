import { defineDomain } from '@powernode/server/platform/module.ts'
import { FileChannel } from './channel.ts'
import { contract } from './contract.ts'
import { downloads, files, quarantine } from './routes.ts'
import { fileSite } from './site.ts'
import { purgeTrash } from './trash.ts'
import { storeContent } from './uploading.ts'

export default defineDomain({
  name: 'files',
  tables: ['files', 'file_links', 'file_derivatives'],
  contract,
  routes: [files, downloads, quarantine],
  site: fileSite,
  channels: { FileChannel },
  sweep: {
    files: { counts: 'Files that were in the trash for 30 days', run: purgeTrash },
  },
  names: {
    file: {
      rows: (ctx) => ctx.own('files').select().select(['id', 'filename as name']),
      recorded: 'filename',
    },
  },
  examples: {
    files: ({ write }) =>
      write(async (tx) => ({
        id: await storeContent(tx, { filename: 'plan.txt' }, Buffer.from('First floor')),
      })),
  },
})
