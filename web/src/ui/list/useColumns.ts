import { useLocalStorage } from '@mantine/hooks'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** The API's sort name. Without one, the column cannot be sorted. */
  sort?: string
  /** Hidden by default. */
  optional?: true
  /** Aligned right, as numbers are. */
  numeric?: true
  width?: string
  /**
   * Shown on the card of a phone, besides the first column and the state, with its label or only as its value. Without any,
   * the first two columns are shown.
   */
  fact?: 'labelled' | 'value'
}

export type Columns<Row> = {
  shown: Column<Row>[]
  optional: { key: string; label: string; shown: boolean }[]
  toggle: (key: string) => void
  exactTimes: boolean
  toggleExactTimes: () => void
}

/** The shown columns, and for all lists whether times are exact, saved in this browser. The first column names the row and cannot be hidden. */
export function useColumns<Row>(list: string, all: Column<Row>[]): Columns<Row> {
  const [flipped, setFlipped] = useLocalStorage<string[]>({
    key: `powernode.columns.${list}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  const [exactTimes, setExactTimes] = useLocalStorage({
    key: 'powernode.exact_times',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const isShown = (column: Column<Row>) => flipped.includes(column.key) === Boolean(column.optional)
  return {
    exactTimes,
    toggleExactTimes: () => setExactTimes((now) => !now),
    shown: all.filter((column, index) => index === 0 || isShown(column)),
    optional: all
      .slice(1)
      .map((column) => ({ key: column.key, label: column.label, shown: isShown(column) })),
    toggle: (key) =>
      setFlipped((now) => (now.includes(key) ? now.filter((each) => each !== key) : [...now, key])),
  }
}
