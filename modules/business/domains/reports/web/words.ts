import type { Report, Schedule } from './queries'

export const typeNames: Record<Report['report_type'], string> = {
  revenue: 'Revenue',
  growth: 'Growth',
  churn: 'Churn',
  cohorts: 'Cohorts',
  customers: 'Customers',
  executive: 'Executive summary',
  subscriptions: 'Subscriptions',
  invoices: 'Invoices',
  payments: 'Payments',
  credit_notes: 'Credit notes',
  ledger: 'Ledger',
  plans: 'Plans',
}

export const frequencyNames: Record<Schedule['frequency'], string> = {
  daily: 'Daily',
  weekly: 'Weekly',
  monthly: 'Monthly',
}

export const typeOptions = Object.entries(typeNames).map(([value, label]) => ({
  value: value as Report['report_type'],
  label,
}))

/** What a report is about: "Invoices, all accounts". */
export const subjectOf = ({
  report_type,
  all_accounts,
}: Pick<Report, 'report_type' | 'all_accounts'>): string =>
  all_accounts ? `${typeNames[report_type]}, all accounts` : typeNames[report_type]
