import { createHash } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import {
  MarkdownError,
  readMarkdownFile,
  writeMarkdownFile,
} from '@powernode/modules/content/archive/front_matter.ts'
import {
  type Archive,
  ArchiveError,
  openArchive,
} from '@powernode/modules/content/archive/reading.ts'
import {
  archiveFiles,
  fromArchive,
  toArchive,
} from '@powernode/modules/content/archive/references.ts'
import { createArchive } from '@powernode/modules/content/archive/writing.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, FinalError, RefusedError, requireAccepted } from '@powernode/worker/client.ts'
import type { JobContext } from '@powernode/worker/runner.ts'
import { contract } from './contract.ts'

const MAX_TEXT_BYTES = 1024 * 1024
const MAX_FILE_BYTES = 99 * 1024 * 1024

type Work = Pick<JobContext, 'api' | 'signal'>

export default defineHandlers(contract.jobs, {
  /** Every file is imported once: a repeated job goes on where the first one ended. */
  import_articles: ({ transfer_id: id }, work) =>
    process(id, work, async (folder, file) => {
      if (!file) throw new ArchiveError('is no longer there')
      const path = join(folder, 'archive.zip')
      const sha256 = await download(work, file.id, path)
      if (sha256 !== file.checksum_sha256) throw new FinalError('the stored archive has changed')
      const archive = await openArchive(path)
      try {
        await importAll(id, work, archive)
      } finally {
        archive.close()
      }
      await report(id, work, { status: 'completed' })
    }),
  export_articles: ({ transfer_id: id }, work) =>
    process(id, work, async (folder) => {
      const path = join(folder, 'archive.zip')
      const count = await exportAll(id, work, path, folder)
      const form = new FormData()
      form.append('articles_count', String(count))
      form.append('file', await openAsBlob(path), `knowledge-base-${id}.zip`)
      const call = { ...callOf(id, work), ...asForm(form) }
      dataOf(await work.api.POST('/api/v1/internal/kb_transfers/{id}/archive', call))
    }),
})

const callOf = (id: string, { signal }: Work) => ({ params: { path: { id } }, signal })

/** A form is sent as it is, not as JSON. */
const asForm = (form: FormData) => ({
  body: form as never,
  bodySerializer: (body: unknown) => body,
})

/** Runs an unfinished transfer with a folder of its own. What is wrong with the archive ends it. */
async function process(
  id: string,
  work: Work,
  run: (folder: string, file: { id: string; checksum_sha256: string } | null) => Promise<void>,
) {
  const path = '/api/v1/internal/kb_transfers/{id}'
  const { status, file } = dataOf(await work.api.GET(path, callOf(id, work)))
  if (status !== 'pending' && status !== 'processing') return
  await report(id, work, { status: 'processing' })
  const folder = await mkdtemp(join(tmpdir(), 'powernode-archive-'))
  try {
    await run(folder, file)
  } catch (error) {
    if (!(error instanceof ArchiveError || error instanceof RefusedError)) throw error
    await report(id, work, { status: 'failed', error: error.message.slice(0, 500) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Report {
  status: 'processing' | 'completed' | 'failed'
  error?: string
}

async function report(id: string, work: Work, body: Report) {
  const call = { ...callOf(id, work), body }
  requireAccepted(await work.api.PATCH('/api/v1/internal/kb_transfers/{id}', call))
}

/** Imports the texts one by one. What is wrong with one is kept, and the others are imported. */
async function importAll(id: string, work: Work, archive: Archive) {
  const isText = (path: string) => /\.(md|markdown)$/i.test(path) && !/(^|\/)[._]/.test(path)
  const files = new Set(archive.paths.filter((path) => !isText(path)))
  const imported = new Map<string, string | null>()
  for (const path of archive.paths.filter(isText)) {
    await orLeaveOut(id, work, path, async () => {
      const text = (await archive.read(path, MAX_TEXT_BYTES)).toString('utf8')
      const { front, content } = readMarkdownFile(text)
      const ids = new Map<string, string>()
      for (const [address, file] of archiveFiles(content, path, files)) {
        const known = imported.get(file)
        const fileId = known === undefined ? await importFile(id, work, archive, file) : known
        imported.set(file, fileId)
        if (fileId) ids.set(address, fileId)
      }
      const body = { path, front, content: fromArchive(content, ids) }
      const call = { ...callOf(id, work), body }
      return dataOf(await work.api.POST('/api/v1/internal/kb_transfers/{id}/articles', call)).id
    })
  }
}

function importFile(id: string, work: Work, archive: Archive, path: string) {
  return orLeaveOut(id, work, path, async () => {
    const content = await archive.read(path, MAX_FILE_BYTES)
    const form = new FormData()
    form.append('path', path)
    form.append('file', new Blob([new Uint8Array(content)]), path.split('/').at(-1))
    const call = { ...callOf(id, work), ...asForm(form) }
    return dataOf(await work.api.POST('/api/v1/internal/kb_transfers/{id}/files', call)).id
  })
}

/** The id of what `run` imports, or null if it is left out because of its content. */
async function orLeaveOut(
  id: string,
  work: Work,
  path: string,
  run: () => Promise<string | null>,
): Promise<string | null> {
  try {
    return await run()
  } catch (error) {
    const isContent = [ArchiveError, MarkdownError, RefusedError].some((of) => error instanceof of)
    if (!isContent) throw error
    const body = { path, problem: (error as Error).message.slice(0, 500) }
    const call = { ...callOf(id, work), body }
    requireAccepted(await work.api.POST('/api/v1/internal/kb_transfers/{id}/problems', call))
    return null
  }
}

/** Writes all articles and their files to an archive, and returns the number of articles. */
async function exportAll(id: string, work: Work, path: string, folder: string): Promise<number> {
  const archive = createArchive(path)
  const packed = new Map<string, string>()
  let count = 0
  let after: string | null = null
  do {
    const call = {
      params: { path: { id }, query: after === null ? {} : { after } },
      signal: work.signal,
    }
    const batch: Batch = dataOf(
      await work.api.GET('/api/v1/internal/kb_transfers/{id}/articles', call),
    )
    for (const file of batch.files) {
      if (packed.has(file.id)) continue
      const copy = join(folder, file.id)
      await download(work, file.id, copy)
      packed.set(file.id, `files/${file.id}/${file.filename}`)
      archive.addFile(copy, `files/${file.id}/${file.filename}`, file.file_size)
    }
    for (const { slug, front, content } of batch.articles) {
      const text = writeMarkdownFile({ front, content: toArchive(content, packed) })
      archive.addText(text, `${slug}.md`)
      count++
    }
    after = batch.next
  } while (after !== null)
  await archive.end()
  return count
}

interface Batch {
  articles: { slug: string; front: Record<string, unknown>; content: string }[]
  files: { id: string; filename: string; file_size: number }[]
  next: string | null
}

/** Downloads a file of any account to disk, and returns its SHA-256. */
async function download({ api, signal }: Work, id: string, path: string): Promise<string> {
  const call = { params: { path: { id } }, signal, parseAs: 'stream' } as const
  const response = await api.GET('/api/v1/worker/files/{id}/download', call)
  requireAccepted(response)
  const hash = createHash('sha256')
  const content = Readable.fromWeb(response.data as unknown as ReadableStream)
  content.on('data', (chunk: Buffer) => hash.update(chunk))
  await pipeline(content, createWriteStream(path, { mode: 0o600 }))
  return hash.digest('hex')
}
