import { rm } from 'node:fs/promises'
import { dataFolder, freshFolder, type LaunchSettings, launch } from '../launch.ts'
import { kill, runningIn } from '../processes.ts'
import { stopUp } from '../up.ts'

const TIMEOUT_SECONDS = 60

/** Runs an `up` that is expected to fail; returns its exit code, its standard error and the processes left behind. */
export async function failToStart(settings: LaunchSettings) {
  const folder = await freshFolder()
  const up = launch(folder, settings)
  const timer = setTimeout(() => void stopUp(up), TIMEOUT_SECONDS * 1000)
  const code = await up.exited
  clearTimeout(timer)
  const left = runningIn(dataFolder(folder))
  for (const pid of left) kill(pid)
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  return { code, lines: up.output.stderr.trim().split('\n'), left }
}
