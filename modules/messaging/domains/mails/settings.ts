import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  mail_body_retention_days: setting(
    'general',
    wholeNumber(1, 3650, 30, 'Days until the contents of delivered and failed emails are deleted'),
    () => 30,
  ),
  mail_retention_days: setting(
    'general',
    wholeNumber(1, 3650, 400, 'Days until delivered and failed emails leave the mailbox'),
    () => 400,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'mails/settings': { settings: typeof settings }
  }
}
