import { setTimeout as sleep } from 'node:timers/promises'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'

const STARTS = 3
const IDLE_MS = 20_000

/** Time from `up` on existing data to the first response; then the memory of the idle processes. */
export async function start(installation: Installation): Promise<Measurement[]> {
  const seconds: number[] = []
  for (let round = 0; round < STARTS; round++) {
    await installation.stop()
    seconds.push(await installation.start())
  }
  await sleep(IDLE_MS)
  return [
    { name: 'warm start', unit: 's', ours: median(seconds), target: 4, lowerIsBetter: true },
    memory(installation, 'server', 160),
    memory(installation, 'worker', 100),
    memory(installation, 'up', 65),
  ]
}

function memory(
  installation: Installation,
  process: 'up' | 'server' | 'worker',
  target: number,
): Measurement {
  const ours = installation.megabytes(process)
  return { name: `memory, ${process} idle`, unit: 'MB', ours, target, lowerIsBetter: true }
}
