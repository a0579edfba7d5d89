import { parentPort } from 'node:worker_threads'
import { renderMarkdown } from './render.ts'

// A thread has an empty answer for what it cannot render; see `rendering.ts`.
parentPort?.on('message', (source: string) => {
  try {
    parentPort?.postMessage(renderMarkdown(source))
  } catch {
    parentPort?.postMessage(null)
  }
})
parentPort?.postMessage('ready')
