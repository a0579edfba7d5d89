import { parentPort, workerData } from 'node:worker_threads'
import type { Given, Said } from './aside.ts'
import { takeBackup } from './backup.ts'

const { url, options } = workerData as Given

const said: Said = await takeBackup(url, options).then(
  (taken) => ({ taken }),
  (error: Error) => ({ failure: error.message }),
)
parentPort?.postMessage(said)
