const month = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "Nov 2026" of `2026-11` or a day in it. */
export const monthLabel = (at: string) => month.format(new Date(at))

export const segmentLabels = {
  new: 'Under 3 months',
  growing: '3 to 11 months',
  mature: '12 months or more',
}

/** How dark a cell of a table of percentages is, from 0 to 5. */
export const heatOf = (rate: number): number => Math.min(5, Math.ceil(rate / 20))
