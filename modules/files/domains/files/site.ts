import { isId } from '@powernode/server/platform/http/formats.ts'
import type { SitePage } from '@powernode/server/platform/http/site.ts'
import { findVisible } from './download.ts'

/** Pictures and downloads of public documents, and public files. */
export const fileSite: SitePage[] = [
  {
    path: '/f/:id',
    servesFiles: true,
    async read(ctx, { id = '' }) {
      const file = isId(id) ? await findVisible(ctx, id.toLowerCase()) : undefined
      if (file) return { file }
      return { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such file.' }
    },
  },
]
