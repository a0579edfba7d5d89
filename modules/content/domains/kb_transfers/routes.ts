import { FORM_TYPE } from '@powernode/server/platform/http/file_form.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { ExportedAfter, ExportedBatch, readExported, storeArchive } from './exporting.ts'
import {
  ImportedArticle,
  ImportOutcome,
  importArticle,
  importFile,
  LeftOut,
  leaveOut,
} from './importing.ts'
import { ImportRequest, requestArticleExport, requestArticleImport } from './requesting.ts'
import { KbTransfer, listTransfers, readTransfer } from './transfer.ts'
import { readTransferWork, reportTransfer, TransferOutcome, TransferWork } from './work.ts'

const MAX_FILE_BYTES = 100 * 1024 * 1024
const MAX_ARCHIVE_BYTES = 1024 ** 3 + 1024 * 1024

export const transfers = resource(
  '/kb/transfers',
  'Imports and exports of articles as ZIP archives of Markdown with front matter',
  (r) => {
    r.list(
      '/',
      {
        can: 'kb_articles.read',
        of: KbTransfer,
        sorts: ['-created_at'],
        summary: 'List imports and exports',
      },
      ({ ctx, page }) => listTransfers(ctx, page),
    )
    r.get(
      '/:id',
      { can: 'kb_articles.read', of: KbTransfer, summary: 'Get an import or export' },
      ({ ctx, id }) => readTransfer(ctx, id),
    )
    r.post(
      '/import',
      {
        can: 'kb_articles.create',
        notImpersonating: true,
        body: ImportRequest,
        of: KbTransfer,
        status: 201,
        location: '/kb/transfers',
        summary: 'Import articles from a file of the account, as drafts',
        says: 'The import was started',
      },
      ({ ctx, body }) => requestArticleImport(ctx, body),
    )
    r.post(
      '/export',
      {
        can: 'kb_articles.read',
        notImpersonating: true,
        of: KbTransfer,
        status: 201,
        location: '/kb/transfers',
        class: 'heavy',
        summary: 'Export all articles and the files that they show to a file of the account',
        says: 'The export was started',
      },
      ({ ctx }) => requestArticleExport(ctx),
    )
  },
)

const can = 'system.kb_transfers.process'

/** For the handlers of `import_articles` and `export_articles`. */
export const transferWork = resource(
  '/internal/kb_transfers',
  'What workers do to import and export articles',
  (r) => {
    r.get('/:id', { can, of: TransferWork, summary: 'Get what is to be done' }, ({ ctx, id }) =>
      readTransferWork(ctx, id),
    )
    r.patch(
      '/:id',
      {
        can,
        body: TransferOutcome,
        of: TransferWork,
        name: 'report',
        summary: 'Begin or end a transfer; a repeated end changes nothing',
      },
      ({ ctx, id, body }) => reportTransfer(ctx, id, body),
    )
    r.get(
      '/:id/articles',
      { can, of: ExportedBatch, query: ExportedAfter, summary: 'Get the next articles to export' },
      ({ ctx, id, query }) => readExported(ctx, id, query),
    )
    r.post(
      '/:id/articles',
      {
        can,
        body: ImportedArticle,
        of: ImportOutcome,
        status: 200,
        summary:
          'Import an article; what is wrong with it is kept, and a repetition changes nothing',
      },
      ({ ctx, id, body }) => importArticle(ctx, id, body),
    )
    r.post(
      '/:id/problems',
      {
        can,
        body: LeftOut,
        of: Empty,
        status: 200,
        summary: 'Remember what is left out of an import, and why',
      },
      ({ ctx, id, body }) => leaveOut(ctx, id, body),
    )
    r.upload(
      '/:id/files',
      {
        can,
        types: [FORM_TYPE],
        maxBytes: MAX_FILE_BYTES,
        of: ImportOutcome,
        status: 200,
        summary: 'Import a file that articles show: a form with its `path` before `file`',
      },
      ({ ctx, id, body, request }) => importFile(ctx, id, body, request),
    )
    r.upload(
      '/:id/archive',
      {
        can,
        types: [FORM_TYPE],
        maxBytes: MAX_ARCHIVE_BYTES,
        of: TransferWork,
        status: 200,
        summary: 'Store the archive of an export: a form with `articles_count` before `file`',
        fails: ['storage_quota_exceeded'],
      },
      ({ ctx, id, body, request }) => storeArchive(ctx, id, body, request),
    )
  },
)
