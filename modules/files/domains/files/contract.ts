import { declare } from '@powernode/contract/declare.ts'
import { event, id, list, text } from '@powernode/contract/events.ts'

const EDITORS = ['content_manager', 'developer', 'manager']

const file = { id: id('The file'), filename: text('Its name', 'plan.pdf') }

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'files.read': { description: 'See and download files', roles: ['member', ...EDITORS] },
    'files.create': { description: 'Upload files', roles: EDITORS },
    'files.update': {
      description: 'Rename files, describe them and make them public',
      roles: EDITORS,
    },
    'files.share': {
      description: 'Create links to files for people without an account',
      roles: EDITORS,
    },
    'files.delete': { description: 'Delete files and restore them', roles: EDITORS },
    'admin.files.update': { description: 'Quarantine files of all accounts and release them' },
  },
  events: {
    'file.created': event('A file was uploaded', {
      ...file,
      content_type: text('Its type', 'application/pdf'),
    }),
    'file.updated': event('A file was renamed, described or made public or private', {
      ...file,
      changes: list('Names of the fields that changed', 'filename'),
    }),
    'file.deleted': event('A file was moved to the trash, or deleted permanently', file),
    'file.restored': event('A file was restored from the trash', file),
    'file.quarantined': event('A file was quarantined; nobody can read it', {
      ...file,
      reason: text('Why', 'Malware'),
    }),
  },
  errors: {
    file_quarantined: { status: 403, says: 'This file is quarantined' },
    file_not_scanned: { status: 403, says: 'This file was not scanned for viruses yet' },
  },
  audit: {
    'file.created': {},
    'file.updated': {},
    'file.deleted': {},
    'file.restored': {},
    'file.purged': { risk: 'medium', of: ['data_deletion'] },
    'file.quarantined': { risk: 'medium', of: ['admin', 'security'] },
    'file.released': { of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    files: typeof contract
  }
}
