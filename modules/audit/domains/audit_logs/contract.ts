import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

export const contract = declare({
  permissions: {
    'audit_logs.read': { description: 'Read the audit log', roles: ['developer', 'manager'] },
    'audit_logs.export': { description: 'Export the audit log', roles: ['manager'] },
    'admin.audit_logs.read': { description: 'Read the audit log of any account' },
    'admin.audit_logs.delete': { description: 'Delete old entries of the audit log' },
    'system.audit_logs.create': { description: 'Create entries in the audit log of any account' },
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
      description: 'Sent when the file is ready to download',
      in_app: true,
      mail: false,
    },
    audit_export_failed: {
      category: 'Audit log',
      label: 'Your export failed',
      description: 'Sent when the file could not be created',
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
