import { MAX_FILE_BYTES } from '@powernode/modules/files/domains/storage/storage.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { terminateUpload } from './cancelling.ts'
import { answerTus, CHUNK_TYPE, tusHeaders } from './protocol.ts'
import { ResumableUpload, readUpload } from './upload.ts'

const bytes = { types: [CHUNK_TYPE], maxBytes: MAX_FILE_BYTES } as const
const failures = ['bad_request', 'precondition_failed', 'upload_expired', 'upload_locked'] as const

export const uploads = resource('/uploads', 'Uploads that can be resumed, by tus 1.0', (r) => {
  r.upload(
    '/',
    {
      can: 'files.create',
      notImpersonating: true,
      ...bytes,
      optionalBody: true,
      describedBy: ['upload-length', 'upload-defer-length', 'upload-metadata'],
      advertises: tusHeaders,
      of: ResumableUpload,
      summary:
        'Start an upload that can be resumed: `Upload-Length` or `Upload-Defer-Length: 1`, and `Upload-Metadata` with `filename` and the fields of a form',
      says: 'Upload started',
      fails: ['storage_quota_exceeded', ...failures],
    },
    async ({ ctx, body, request, reply }) =>
      readUpload(ctx, await answerTus(ctx, { request, reply, body })),
  )
  r.get(
    '/:id',
    {
      can: 'files.create',
      class: 'upload_part',
      of: ResumableUpload,
      summary: 'Get an upload; with HEAD, only the headers of tus, such as `Upload-Offset`',
      fails: [...failures],
    },
    async ({ ctx, id, request, reply }) => {
      if (request.method === 'HEAD') await answerTus(ctx, { request, reply })
      return readUpload(ctx, id)
    },
  )
  r.append(
    '/:id',
    {
      can: 'files.create',
      notImpersonating: true,
      class: 'upload_part',
      ...bytes,
      advertises: tusHeaders,
      of: Empty,
      status: 204,
      name: 'append',
      summary: 'Send the next bytes of an upload, from `Upload-Offset`',
      fails: ['storage_quota_exceeded', 'checksum_mismatch', ...failures],
    },
    async ({ ctx, id, body, request, reply }) => {
      await readUpload(ctx, id)
      await answerTus(ctx, { request, reply, body })
    },
  )
  r.delete(
    '/:id',
    {
      can: 'files.create',
      notImpersonating: true,
      of: Empty,
      status: 204,
      summary: 'Cancel an upload',
      fails: ['invalid_transition', 'upload_expired', 'upload_locked'],
    },
    async ({ ctx, id, reply }) => {
      reply.header('tus-resumable', tusHeaders['tus-resumable'])
      await terminateUpload(ctx, id)
    },
  )
})
