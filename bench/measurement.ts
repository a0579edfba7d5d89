/** One line of the table. */
export interface Measurement {
  name: string
  unit: string
  ours: number
  /** What is measured beside it. */
  bare?: number
  ratio?: number
  /** Of the ratio, if there is one. */
  target?: number | undefined
  /** The target is of `ours`, although there is a ratio. */
  absolute?: boolean
  /** The target is a maximum of `ours`. */
  lowerIsBetter?: boolean
}

/** A line that cannot be measured on this machine. */
export interface Missing {
  name: string
  /** What to do about it. */
  missing: string
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

/** Measures both alternately, so that other load on the machine affects both. The ratio is the median of the rounds. */
export async function measureAlternately(
  rounds: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ ours: number; bare: number; ratio: number }> {
  const [result] = await measureInTurn(rounds, ours, [bare])
  if (!result) throw new Error('nothing was measured')
  return result
}

/** Like `measureAlternately`, with one result for each of `others`: a round measures ours once and each of them once. */
export async function measureInTurn(
  rounds: number,
  ours: () => Promise<number>,
  others: (() => Promise<number>)[],
): Promise<{ ours: number; bare: number; ratio: number }[]> {
  const table: { ours: number; others: number[] }[] = []
  for (let round = 0; round < rounds; round++) {
    const row = { ours: await ours(), others: [] as number[] }
    for (const other of others) row.others.push(await other())
    table.push(row)
  }
  return others.map((_, index) => ({
    ours: median(table.map((row) => row.ours)),
    bare: median(table.map((row) => row.others[index] ?? 0)),
    ratio: median(table.map((row) => row.ours / (row.others[index] ?? 0))),
  }))
}

export function print(results: (Measurement | Missing)[]): void {
  const rows = results.map((result) => {
    if ('missing' in result) return [result.name, result.missing]
    const { name, unit, ours, bare, ratio } = result
    return [
      name,
      show(ours, unit),
      bare === undefined ? '–' : show(bare, unit),
      ratio?.toFixed(2) ?? '–',
      ...verdict(result),
    ]
  })
  const table = [['', 'ours', 'beside', 'ratio', 'target', 'met?'], ...rows]
  const complete = table.filter(({ length }) => length > 2)
  const widths = complete[0]?.map((_, i) =>
    Math.max(...(i === 0 ? table : complete).map((row) => row[i]?.length ?? 0)),
  )
  for (const row of table) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths?.[i] ?? 0) : cell.padStart(widths?.[i] ?? 0),
    )
    process.stdout.write(`${cells.join('   ')}\n`)
  }
}

function verdict({ ours, unit, ratio, target, absolute, lowerIsBetter }: Measurement) {
  if (target === undefined) return ['–', '–']
  if (lowerIsBetter) return [`≤ ${show(target, unit)}`, ours <= target ? 'yes' : 'NO']
  const ofRatio = ratio !== undefined && !absolute
  const shown = ofRatio ? target.toFixed(2) : show(target, unit)
  return [`≥ ${shown}`, (ofRatio ? ratio : ours) >= target ? 'yes' : 'NO']
}

function show(value: number, unit: string) {
  const digits = value < 10 ? 2 : 0
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${number} ${unit}`
}
