import { main } from '../../worker/main.ts'
import { stopSignal, untilAborted } from './stop.ts'

/** Runs a worker in this process until it is asked to stop, or until the process that started it is gone. */
export async function worker(): Promise<void> {
  const stopping = stopSignal()
  await main(untilAborted(stopping))
  process.exit(0)
}
