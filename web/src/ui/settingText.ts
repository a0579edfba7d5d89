import { formatCount } from './format'

type Shown = { unit?: string; options?: readonly { value: string; label: string }[] }

/** A setting's value as text: "On", "15 minutes", the label of an option, or a dash if it is empty. */
export function settingText(
  { unit, options }: Shown,
  value: string | number | boolean | null,
): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (typeof value === 'number') return [formatCount(value), unitOf(unit, value)].join(' ').trim()
  return options?.find((option) => option.value === value)?.label ?? (value || '–')
}

/** "1 minute", "2 minutes". */
export const unitOf = (unit: string | undefined, count: number) =>
  (count === 1 ? unit?.replace(/s$/, '') : unit) ?? ''
