import { SectionTabs } from '~/ui/SectionTabs'

const pages = [
  { label: 'Comparisons', to: '/admin/reconciliation' },
  { label: 'Differences', to: '/admin/reconciliation/differences' },
] as const

export function ReconciliationTabs() {
  return <SectionTabs label="Reconciliation" pages={pages} />
}
