import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readDocuments } from './fuzz/document.ts'
import { freePort } from './launch.ts'
import { until } from './until.ts'

const PROGRAM = resolve(import.meta.dirname, '../node_modules/.bin/prism')

/** A proxy that returns an error if a request or a response violates the OpenAPI document. */
export interface ContractProxy {
  url: string
  stop(): Promise<void>
}

/** Starts Prism as a proxy of `url`, with the OpenAPI documents of that server; stores them in `folder`. */
export async function startContractProxy(url: string, folder: string): Promise<ContractProxy> {
  const document = join(folder, 'openapi.json')
  await writeFile(document, JSON.stringify(await readDocuments(url)))
  const port = await freePort()
  const args = ['proxy', document, url, '--errors', '--port', String(port), '--host', '127.0.0.1']
  const child = spawn(process.execPath, [PROGRAM, ...args, '--verboseLevel', 'error'], {
    stdio: 'ignore',
    env: { ...process.env, SCARF_ANALYTICS: 'false' },
  })
  const proxyUrl = `http://127.0.0.1:${port}`
  const responds = () =>
    fetch(`${proxyUrl}/api/v1/health`).then(
      () => true,
      () => false,
    )
  await until(responds, 'Prism responded', 60)
  return {
    url: proxyUrl,
    async stop() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}
