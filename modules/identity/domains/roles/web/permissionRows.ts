import { formatCode } from '~/ui/format'
import type { PermissionRow } from './queries'

/** The verbs of most resources, each a column. Other verbs are listed by name in the last column. */
export const COMMON_VERBS = ['read', 'create', 'update', 'delete'] as const

export type MatrixRow = {
  resource: string
  label: string
  common: (PermissionRow | undefined)[]
  more: PermissionRow[]
}
export type MatrixSection = { label: string; rows: MatrixRow[] }

/** Permissions as rows per resource, in sections by where they apply. */
export function matrixOf(
  all: PermissionRow[],
  shown: (permission: PermissionRow) => boolean,
): MatrixSection[] {
  const sections = [
    { label: 'This account', category: 'resource' },
    { label: 'All accounts', category: 'admin' },
    { label: 'Workers', category: 'system' },
  ]
  return sections
    .map(({ label, category }) => ({
      label,
      rows: rowsOf(all.filter((one) => one.category === category && shown(one))),
    }))
    .filter(({ rows }) => rows.length > 0)
}

function rowsOf(permissions: PermissionRow[]): MatrixRow[] {
  const resources = Map.groupBy(permissions, ({ name }) => name.slice(0, name.lastIndexOf('.')))
  return [...resources]
    .map(([resource, resourcePermissions]) => ({
      resource,
      label: resourceLabel(resource.replace(/^(admin|system)\./, '')),
      common: COMMON_VERBS.map((verb) =>
        resourcePermissions.find(({ name }) => verbOf(name) === verb),
      ),
      more: resourcePermissions.filter(
        ({ name }) => !COMMON_VERBS.some((verb) => verb === verbOf(name)),
      ),
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

export const sameNames = (a: string[], b: string[]) =>
  a.length === b.length && a.every((name) => b.includes(name))

export const verbOf = (name: string) => name.slice(name.lastIndexOf('.') + 1)

/** Resources whose label in the navigation is not their name. */
const navigationLabels: Record<string, string> = {
  api_keys: 'API keys',
  audit_logs: 'Audit log',
  mails: 'Mailbox',
  rate_limiting: 'Rate limits',
  system_logs: 'Logs',
}

const resourceLabel = (resource: string) => navigationLabels[resource] ?? formatCode(resource)
