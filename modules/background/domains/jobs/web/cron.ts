/** A schedule in words, for the forms in use: `0 3 * * *` → "Daily at 03:00". Any other is shown as it is. */
export function formatCron(cron: string): string {
  const [minute = '', hour = '', ...days] = cron.split(' ')
  if (days.join(' ') !== '* * *') return cron
  const [, step] = /^\*\/(\d+)$/.exec(minute) ?? []
  if (step && hour === '*') return `Every ${step} minutes`
  if (!isNumber(minute)) return cron
  if (hour === '*') return `Every hour at ${twoDigits(minute)} past`
  return isNumber(hour) ? `Daily at ${twoDigits(hour)}:${twoDigits(minute)}` : cron
}

const isNumber = (field: string) => /^\d+$/.test(field)
const twoDigits = (field: string) => field.padStart(2, '0')
