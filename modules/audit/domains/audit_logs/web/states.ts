import type { AuditLog, Data } from '~/api'
import { defineStates } from '~/states'
import type { AuditExport } from './queries'

type Risk = Data<'/api/v1/audit_logs/risk_analysis', 'get'>['risk_level']

export default defineStates<
  AuditLog['status' | 'severity' | 'risk_level'] | Risk | AuditExport['status']
>({
  // Outcomes
  success: 'good',
  warning: 'wait',
  error: 'bad',
  // Severities and risks
  low: 'idle',
  moderate: 'wait',
  medium: 'wait',
  elevated: 'wait',
  high: 'bad',
  critical: 'bad',
  // Exports
  pending: 'wait',
  processing: 'info',
  completed: 'good',
  failed: 'bad',
})
