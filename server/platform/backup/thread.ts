import { parentPort, workerData } from 'node:worker_threads'
import { takeBackup } from './backup.ts'
import type { BackupThreadInput, BackupThreadResult } from './in_thread.ts'

const { url, options } = workerData as BackupThreadInput

const result: BackupThreadResult = await takeBackup(url, options).then(
  (taken) => ({ taken }),
  (error: Error) => ({ failure: error.message }),
)
parentPort?.postMessage(result)
