/** One line of the table. `bare` and `ratio` are missing where the target is a plain figure. */
export interface Measurement {
  name: string
  unit: string
  ours: number
  bare?: number
  ratio?: number
  target: number
  /** Whether smaller is better. */
  least?: boolean
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

/** Measures both in turn, so that whatever else the machine does falls on both. Ratio: median of the rounds. */
export async function alternate(
  rounds: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ ours: number; bare: number; ratio: number }> {
  const pairs: [number, number][] = []
  for (let round = 0; round < rounds; round++) pairs.push([await ours(), await bare()])
  return {
    ours: median(pairs.map(([mine]) => mine)),
    bare: median(pairs.map(([, theirs]) => theirs)),
    ratio: median(pairs.map(([mine, theirs]) => mine / theirs)),
  }
}

export function isMet({ ours, ratio, target, least }: Measurement): boolean {
  return least ? ours <= target : (ratio ?? ours) >= target
}

export function print(figures: Measurement[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    show(figure.ours, figure.unit),
    figure.bare === undefined ? '–' : show(figure.bare, figure.unit),
    figure.ratio?.toFixed(2) ?? '–',
    figure.ratio === undefined
      ? `${figure.least ? '≤' : '≥'} ${show(figure.target, figure.unit)}`
      : `≥ ${figure.target.toFixed(2)}`,
    isMet(figure) ? 'yes' : 'NO',
  ])
  const table = [['', 'ours', 'bare', 'ratio', 'target', 'met?'], ...rows]
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))) ?? []
  for (const row of table) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    )
    process.stdout.write(`${cells.join('   ')}\n`)
  }
}

function show(value: number, unit: string) {
  const digits = value < 10 ? 2 : 0
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return `${number} ${unit}`
}
