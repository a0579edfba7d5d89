import { randomUUIDv7 } from 'node:crypto'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { FileChannel } from './channel.ts'
import { contract } from './contract.ts'
import { linkFiles } from './links.ts'
import { downloads, files, fileTags, fileUsage, fileVersions, quarantine } from './routes.ts'
import { fileSite } from './site.ts'
import { addTags } from './tags.ts'
import { purgeTrash } from './trash.ts'
import { storeContent } from './uploading.ts'

export default defineDomain({
  name: 'files',
  tables: ['files', 'file_links', 'file_derivatives', 'file_tags', 'file_taggings'],
  contract,
  routes: [files, fileVersions, fileTags, fileUsage, downloads, quarantine],
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
      write(async (tx) => {
        const id = await storeContent(tx, { filename: 'plan.txt' }, Buffer.from('First floor'))
        await addTags(tx, id, { tags: ['plan'] })
        await linkFiles(tx, { type: 'page', id: randomUUIDv7() }, `/f/${id}`)
        return { id }
      }),
  },
})
