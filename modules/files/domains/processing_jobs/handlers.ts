import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { ChildOutput } from '@powernode/modules/files/processing/child_types.ts'
import { scanFile } from '@powernode/modules/files/processing/clamd.ts'
import { runChild } from '@powernode/modules/files/processing/run_child.ts'
import { describeVideo } from '@powernode/modules/files/processing/video.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, FinalError, requireAccepted } from '@powernode/worker/client.ts'
import type { JobContext } from '@powernode/worker/runner.ts'
import { contract } from './contract.ts'

type Api = JobContext['api']

export default defineHandlers(contract.jobs, {
  /** Every step can be repeated: what it stores replaces what an earlier attempt stored. */
  async process_file({ processing_job_id: id }, { api, signal }) {
    const params = { path: { id } }
    const path = '/api/v1/worker/processing_jobs/{id}'
    const job = await dataOf(await api.GET(path, { params, signal }))
    if (job.status !== 'pending' && job.status !== 'processing') return
    requireAccepted(await api.PATCH(path, { params, signal, body: { status: 'processing' } }))
    const outcome = await inFolder(async (folder) => {
      const file = join(folder, 'file')
      await download(api, job.file, file, signal)
      if (job.job_type === 'scan') return scan(api, job, file, signal)
      const { job_type } = job
      const { content_type } = job.file
      const output =
        job_type === 'video_processing'
          ? await describeVideo(file, folder, signal)
          : await runChild({ job_type, path: file, content_type, folder }, signal)
      if (!output) return { status: 'completed', result_data: { skipped: true } } as const
      if (output.problem !== undefined) {
        return {
          status: 'failed',
          error_details: { error_message: output.problem.slice(0, 500) },
        } as const
      }
      return store(api, job.file.id, output, folder, signal)
    })
    requireAccepted(await api.PATCH(path, { params, signal, body: outcome }))
  },
})

interface Job {
  clamd_url: string | null
  file: { id: string }
}

async function scan(api: Api, { clamd_url, file: { id } }: Job, path: string, signal: AbortSignal) {
  if (!clamd_url) return { status: 'completed', result_data: { skipped: true } } as const
  const { threat } = await scanFile(clamd_url, path, signal)
  if (threat !== null) {
    const body = { reason: `The virus scanner found ${threat}`.slice(0, 500) }
    const params = { path: { id } }
    requireAccepted(
      await api.POST('/api/v1/worker/files/{id}/quarantine', { params, signal, body }),
    )
  }
  return { status: 'completed', result_data: { infected: threat !== null, threat } } as const
}

/** Stores what the child process made and found out. */
async function store(
  api: Api,
  id: string,
  output: ChildOutput,
  folder: string,
  signal: AbortSignal,
) {
  const params = { path: { id } }
  const { files = [], text, ...extracted } = output
  for (const { kind, size, name } of files) {
    const content = await readFile(join(folder, name))
    const body = {
      file_content: content.toString('base64'),
      metadata: { type: kind, size, storage_key: `${kind}s/${id}/${name}` },
    }
    dataOf(await api.POST('/api/v1/worker/files/{id}/processed', { params, signal, body }))
  }
  const extracted_text = text && (await readFile(join(folder, text), 'utf8')).replaceAll('\0', ' ')
  const body = { ...extracted, ...(extracted_text?.trim() && { extracted_text }) }
  if (Object.keys(body).length > 0) {
    dataOf(await api.PATCH('/api/v1/worker/files/{id}', { params, signal, body }))
  }
  return { status: 'completed', result_data: { files: files.length } } as const
}

async function download(
  api: Api,
  { id, checksum_sha256 }: { id: string; checksum_sha256: string },
  path: string,
  signal: AbortSignal,
) {
  const params = { path: { id } }
  const call = { params, signal, parseAs: 'stream' } as const
  const response = await api.GET('/api/v1/worker/files/{id}/download', call)
  requireAccepted(response)
  const hash = createHash('sha256')
  const content = Readable.fromWeb(response.data as unknown as ReadableStream)
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  )
  if (hash.digest('hex') === checksum_sha256) return
  throw new FinalError('the stored content is not what was uploaded')
}

async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-file-'))
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
