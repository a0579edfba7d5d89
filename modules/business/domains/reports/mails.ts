import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  scheduled_report: template<{
    name: string
    report: string
    rows: string
    schedule: string
    account_name: string
    until: string
    url: string
  }>(({ name, report, rows, schedule, account_name, until, url }) => ({
    subject: `Report: ${report}`,
    name,
    paragraphs: [
      'A scheduled report is ready. The link works without signing in: protect it like the file.',
    ],
    facts: { Report: report, Rows: rows, Account: account_name, 'Link expires': until },
    button: { label: 'Download the report', url },
    why: `You get this email because you are a recipient of the scheduled report “${schedule}” of ${account_name}.`,
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'reports/mails': { mails: typeof mails }
  }
}
