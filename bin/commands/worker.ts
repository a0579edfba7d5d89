import { main } from '../../worker/main.ts'
import { freeMemoryAfterStart } from './free_memory.ts'
import { stopSignal, untilAborted } from './stop.ts'

/** Runs a worker in this process until a stop signal, or until the process that started it exits. */
export async function worker(): Promise<void> {
  const stopping = stopSignal()
  freeMemoryAfterStart()
  await main(untilAborted(stopping))
  process.exit(0)
}
