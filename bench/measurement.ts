/** One line of the table. `bare` and `ratio` are missing if the target is an absolute value. */
export interface Measurement {
  name: string
  unit: string
  ours: number
  bare?: number
  ratio?: number
  target: number
  lowerIsBetter?: boolean
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
  const pairs: [number, number][] = []
  for (let round = 0; round < rounds; round++) pairs.push([await ours(), await bare()])
  return {
    ours: median(pairs.map(([value]) => value)),
    bare: median(pairs.map(([, value]) => value)),
    ratio: median(pairs.map(([oursValue, bareValue]) => oursValue / bareValue)),
  }
}

export function isMet({ ours, ratio, target, lowerIsBetter }: Measurement): boolean {
  return lowerIsBetter ? ours <= target : (ratio ?? ours) >= target
}

export function print(measurements: Measurement[]): void {
  const rows = measurements.map((measurement) => [
    measurement.name,
    show(measurement.ours, measurement.unit),
    measurement.bare === undefined ? '–' : show(measurement.bare, measurement.unit),
    measurement.ratio?.toFixed(2) ?? '–',
    measurement.ratio === undefined
      ? `${measurement.lowerIsBetter ? '≤' : '≥'} ${show(measurement.target, measurement.unit)}`
      : `≥ ${measurement.target.toFixed(2)}`,
    isMet(measurement) ? 'yes' : 'NO',
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
