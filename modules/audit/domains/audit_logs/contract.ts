import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'audit_logs.read': { description: 'Read the audit log', roles: ['developer', 'manager'] },
    'audit_logs.export': { description: 'Export the audit log', roles: ['manager'] },
    'admin.audit_logs.read': { description: 'Read the audit log of any account' },
    'admin.audit_logs.delete': { description: 'Clean up old entries of the audit log' },
    'system.audit_logs.create': { description: 'Write entries into the audit log of any account' },
  },
  jobs: {
    export_audit_logs: {
      input: Type.Object({ export_id: Type.String({ format: 'uuid' }) }),
      queue: 'reports',
      retries: 8,
      timeoutSeconds: 1800,
    },
  },
  queues: {
    reports: {},
  },
  audit: {
    'audit_log.exported': { risk: 'medium', of: ['data_access', 'data_export'] },
    'audit_log.cleaned_up': { risk: 'medium', of: ['admin', 'retention'] },
  },
  notifications: {
    audit_export_completed: {
      category: 'Audit log',
      label: 'Your export is ready',
      description: 'When the file can be downloaded',
      in_app: true,
      mail: false,
    },
    audit_export_failed: {
      category: 'Audit log',
      label: 'Your export failed',
      description: 'When the file could not be written',
      in_app: true,
      mail: false,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    audit_logs: typeof contract
  }
}
