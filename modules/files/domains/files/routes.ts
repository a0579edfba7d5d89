import { MAX_FILE_BYTES } from '@powernode/modules/files/domains/storage/storage.ts'
import { FORM_TYPE } from '@powernode/server/platform/http/file_form.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { FileChanges, updateFile } from './changes.ts'
import {
  DownloadQuery,
  downloadFile,
  downloadPublic,
  downloadSigned,
  SignedDownloadQuery,
} from './download.ts'
import {
  FileFilters,
  LinkedFile,
  listFiles,
  listFileVersions,
  readLinkedFile,
  StoredFile,
} from './file.ts'
import { Quarantine, quarantineFile, releaseFile } from './quarantine.ts'
import { addTags, FileTagFilters, listFileTags, NewTags, removeTag, UsedFileTag } from './tags.ts'
import { DeleteQuery, deleteFile, restoreFile } from './trash.ts'
import { identifyUpload, uploadFile, uploadVersion } from './uploading.ts'
import { FileStats, FileUsage, listUsage, readStats } from './usage.ts'

/** What a form has besides the content of its file. */
const FORM_BYTES = 2 * 1024 * 1024

const types = ['*/*'] as const

export const files = resource('/files', 'Files of the account', (r) => {
  r.list(
    '/',
    {
      can: 'files.read',
      whileImpersonating: 'signed links are left out',
      of: LinkedFile,
      query: FileFilters,
      sorts: ['-created_at', 'filename', 'file_size'],
      summary: 'List files',
    },
    ({ ctx, page, query }) => listFiles(ctx, page, query),
  )
  r.upload(
    '/',
    {
      can: 'files.create',
      notImpersonating: true,
      types: [FORM_TYPE],
      maxBytes: MAX_FILE_BYTES + FORM_BYTES,
      identify: identifyUpload,
      of: StoredFile,
      summary:
        'Upload a file: the part `file` of a form, after `storage_id`, `category`, `visibility`, `description` and `metadata` (JSON), which are optional',
      says: 'File uploaded',
      fails: ['storage_quota_exceeded', 'bad_request'],
    },
    ({ ctx, body, request }) => uploadFile(ctx, body, request),
  )
  r.get(
    '/:id',
    {
      can: 'files.read',
      whileImpersonating: 'the signed link is left out',
      of: LinkedFile,
      summary: 'Get a file',
    },
    ({ ctx, id }) => readLinkedFile(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'files.update',
      notImpersonating: true,
      body: FileChanges,
      of: StoredFile,
      summary: 'Change the details of a file',
      says: 'File saved',
    },
    ({ ctx, id, body }) => updateFile(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'files.delete',
      notImpersonating: true,
      query: DeleteQuery,
      of: Empty,
      summary: 'Move a file to the trash, or delete it permanently',
      says: 'File deleted',
      fails: ['in_use', 'invalid_transition'],
    },
    ({ ctx, id, query }) => deleteFile(ctx, id, query),
  )
  r.post(
    '/:id/restore',
    {
      can: 'files.delete',
      notImpersonating: true,
      of: StoredFile,
      status: 200,
      summary: 'Restore a file from the trash',
      says: 'File restored',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => restoreFile(ctx, id),
  )
})

export const fileVersions = resource('/files', (r) => {
  r.list(
    '/:id/versions',
    {
      can: 'files.read',
      whileImpersonating: 'signed links are left out',
      of: LinkedFile,
      sorts: ['-version'],
      summary: 'List the versions of a file',
    },
    ({ ctx, id, page }) => listFileVersions(ctx, id, page),
  )
  r.upload(
    '/:id/versions',
    {
      can: 'files.update',
      notImpersonating: true,
      types: [FORM_TYPE],
      maxBytes: MAX_FILE_BYTES + FORM_BYTES,
      identify: identifyUpload,
      of: StoredFile,
      status: 201,
      location: '/files',
      name: 'createVersion',
      summary:
        'Replace the content of a file: the part `file` of a form. The file keeps its name, and what the form does not change',
      says: 'New version uploaded',
      fails: ['storage_quota_exceeded', 'bad_request'],
    },
    ({ ctx, id, body, request }) => uploadVersion(ctx, id, body, request),
  )
})

export const fileTags = resource('/files', (r) => {
  r.list(
    '/tags',
    {
      can: 'files.read',
      of: UsedFileTag,
      query: FileTagFilters,
      sorts: ['name'],
      summary: 'List the tags of files',
    },
    ({ ctx, page, query }) => listFileTags(ctx, page, query),
  )
  r.post(
    '/:id/tags',
    {
      can: 'files.update',
      notImpersonating: true,
      body: NewTags,
      of: StoredFile,
      status: 200,
      name: 'addTags',
      summary: 'Add tags to a file',
      says: 'Tags added',
    },
    ({ ctx, id, body }) => addTags(ctx, id, body),
  )
  r.delete(
    '/:id/tags/:tag_id',
    {
      can: 'files.update',
      notImpersonating: true,
      of: StoredFile,
      name: 'removeTag',
      summary: 'Remove a tag from a file',
      says: 'Tag removed',
    },
    ({ ctx, id, tag_id }) => removeTag(ctx, id, tag_id),
  )
})

export const fileUsage = resource('/files', (r) => {
  r.get(
    '/stats',
    { can: 'files.read', of: FileStats, summary: 'Count files by category and kind' },
    ({ ctx }) => readStats(ctx),
  )
  r.list(
    '/:id/usage',
    {
      can: 'files.read',
      of: FileUsage,
      sorts: ['-created_at'],
      summary: 'List the published documents that show a file',
    },
    ({ ctx, id, page }) => listUsage(ctx, id, page),
  )
})

const conditions = ['precondition_failed', 'range_not_satisfiable', 'storage_unavailable'] as const

export const downloads = resource('/files', (r) => {
  r.download(
    '/:id/download',
    {
      can: 'files.read',
      query: DownloadQuery,
      types,
      name: 'download',
      summary: 'Download a file, or a range of its bytes',
      fails: ['file_quarantined', 'file_not_scanned', 'invalid_transition', ...conditions],
    },
    ({ ctx, id, query }) => downloadFile(ctx, id, query),
  )
  r.download(
    '/:id/signed',
    {
      can: 'public',
      query: SignedDownloadQuery,
      types,
      servesFiles: true,
      name: 'downloadSigned',
      summary: 'Download a file with a signed link',
      fails: ['file_quarantined', 'file_not_scanned', 'token_invalid', ...conditions],
    },
    ({ ctx, id, query }) => downloadSigned(ctx, id, query),
  )
  r.download(
    '/:id/public',
    {
      can: 'public',
      query: DownloadQuery,
      types,
      servesFiles: true,
      name: 'downloadPublic',
      summary: 'Download a public file',
      fails: [...conditions],
    },
    ({ ctx, id, query }) => downloadPublic(ctx, id, query),
  )
})

export const quarantine = resource('/admin/files', 'Files of all accounts', (r) => {
  r.post(
    '/:id/quarantine',
    {
      can: 'admin.files.update',
      notImpersonating: true,
      body: Quarantine,
      of: StoredFile,
      status: 200,
      summary: 'Keep everyone from reading a file of any account',
      says: 'File quarantined',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => quarantineFile(ctx, id, body),
  )
  r.delete(
    '/:id/quarantine',
    {
      can: 'admin.files.update',
      notImpersonating: true,
      of: StoredFile,
      name: 'release',
      summary: 'Allow a quarantined file to be read again',
      says: 'File released',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => releaseFile(ctx, id),
  )
})
