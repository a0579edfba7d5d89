import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readDocuments } from './fuzz/document.ts'
import { freePort } from './launch.ts'
import { until } from './until.ts'

const PROGRAM = resolve(import.meta.dirname, '../node_modules/.bin/prism')

/** A proxy that answers itself where a request or a reply is not what the document says. */
export interface Judge {
  url: string
  stop(): Promise<void>
}

/** Starts Prism in front of `url`, with the documents that are served there; they are kept in `folder`. */
export async function startJudge(url: string, folder: string): Promise<Judge> {
  const document = join(folder, 'openapi.json')
  await writeFile(document, JSON.stringify(await readDocuments(url)))
  const port = await freePort()
  const args = ['proxy', document, url, '--errors', '--port', String(port), '--host', '127.0.0.1']
  const child = spawn(process.execPath, [PROGRAM, ...args, '--verboseLevel', 'error'], {
    stdio: 'ignore',
    env: { ...process.env, SCARF_ANALYTICS: 'false' },
  })
  const judge = `http://127.0.0.1:${port}`
  const answers = () =>
    fetch(`${judge}/api/v1/health`).then(
      () => true,
      () => false,
    )
  await until(answers, 'Prism answered', 60)
  return {
    url: judge,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
