import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { SignedLinkQuery } from '@powernode/server/platform/http/signed_link.ts'
import {
  createShare,
  FileShare,
  listShares,
  NewFileShare,
  NewShareLink,
  revokeShare,
} from './file_share.ts'
import {
  downloadOpened,
  OpenedShare,
  openShare,
  readShared,
  SharedFile,
  ShareOpening,
} from './opening.ts'

export const fileShares = resource('/files', (r) => {
  r.list(
    '/:id/share',
    {
      can: 'files.share',
      of: FileShare,
      sorts: ['-created_at'],
      name: 'listShares',
      summary: 'List the links to a file',
    },
    ({ ctx, id, page }) => listShares(ctx, id, page),
  )
  r.post(
    '/:id/share',
    {
      can: 'files.share',
      notImpersonating: true,
      body: NewFileShare,
      of: NewShareLink,
      status: 201,
      summary: 'Create a link with which people without an account can read a file',
      says: 'Link created',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => createShare(ctx, id, body),
  )
  r.delete(
    '/:id/share/:share_id',
    {
      can: 'files.share',
      notImpersonating: true,
      of: Empty,
      name: 'revokeShare',
      summary: 'Revoke a link to a file',
      says: 'Link revoked',
    },
    ({ ctx, id, share_id }) => revokeShare(ctx, id, share_id),
  )
})

const open = { can: 'public', throttle: 'share', servesFiles: true } as const

export const shares = resource('/shares', 'Links to files, for people without an account', (r) => {
  r.get(
    '/:token',
    { ...open, of: SharedFile, summary: 'Get what a link shares', fails: ['not_found'] },
    ({ ctx, token }) => readShared(ctx, token),
  )
  r.post(
    '/:token/download',
    {
      ...open,
      body: ShareOpening,
      of: OpenedShare,
      status: 200,
      name: 'open',
      summary: 'Open a link, with its password if it has one; this counts as a download',
      fails: ['not_found', 'share_password_wrong'],
    },
    ({ ctx, token, body }) => openShare(ctx, token, body),
  )
  r.download(
    '/:token/download',
    {
      ...open,
      query: SignedLinkQuery,
      types: ['*/*'],
      name: 'download',
      summary: 'Download the file of an opened link, or a range of its bytes',
      fails: [
        'not_found',
        'token_invalid',
        'precondition_failed',
        'range_not_satisfiable',
        'storage_unavailable',
      ],
    },
    ({ ctx, token, query }) => downloadOpened(ctx, token, query),
  )
})
