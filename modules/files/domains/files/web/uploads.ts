import { useSyncExternalStore } from 'react'
import type { DetailedError, Upload } from 'tus-js-client'
import { asSentence } from '~/api'
import { meQuery, queryClient } from '~/session'
import { freshToken } from '~/tokens'
import { filesChanged } from './queries'
import { forgetUpload, rememberUpload, startedUploadOf, startedUploads } from './resumable'

export type UploadItem = {
  id: string
  /** Null after the page was loaded again: the user chooses it once more. */
  file: File | null
  filename: string
  size: number
  /** The file whose content it replaces. */
  versionOf: string | null
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'interrupted'
  /** Bytes that the server has, or is receiving. */
  sent: number
  problem: string | null
  /** Its address at the API, once it was started. */
  url: string | null
}

const AT_ONCE = 2
const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000]

// Outside of the pages, so that uploads go on while the user is on another page.
let items: readonly UploadItem[] = []
const listeners = new Set<() => void>()
const running = new Map<string, Upload>()
let restoredFor: string | null = null

export const useUploads = () => useSyncExternalStore(subscribe, () => items)

/** Adds files to the uploads. One that was interrupted goes on where it stopped. */
export function addUploads(files: Iterable<File>, versionOf: string | null = null) {
  const owner = ownerOf()
  const added = [...files].map((file): UploadItem => {
    const url = startedUploadOf(owner, file, versionOf)?.url ?? null
    const { name: filename, size } = file
    return { ...fresh, id: randomId(), file, filename, size, versionOf, url }
  })
  const resumed = new Set(added.flatMap(({ url }) => url ?? []))
  set([...items.filter(({ url, state }) => !(isIdle(state) && resumed.has(url ?? ''))), ...added])
  sendNext()
}

/** Shows uploads that were interrupted when the page was left, once for each user. */
export function restoreUploads() {
  const owner = ownerOf()
  if (restoredFor === owner) return
  restoredFor = owner
  const known = new Set(items.map(({ url }) => url))
  const interrupted = startedUploads(owner)
    .filter(({ url }) => !known.has(url))
    .map(({ url, filename, size, versionOf }): UploadItem => {
      const state = 'interrupted'
      return { ...fresh, id: randomId(), file: null, filename, size, versionOf, url, state }
    })
  if (interrupted.length > 0) set([...items, ...interrupted])
}

export function retryUpload(id: string) {
  change(id, { state: 'waiting', problem: null })
  sendNext()
}

/** Ends an upload, here and on the server. */
export async function cancelUpload({ id, url }: UploadItem) {
  await running.get(id)?.abort()
  running.delete(id)
  set(items.filter((item) => item.id !== id))
  sendNext()
  if (!url) return
  forgetUpload(url)
  // What cannot be cancelled expires.
  const headers = { authorization: await authorization() }
  await fetch(url, { method: 'DELETE', headers }).catch(() => {})
}

/** Removes those that have ended from the list. */
export const clearUploads = () =>
  set(items.filter(({ state }) => state !== 'done' && state !== 'failed'))

const fresh = { state: 'waiting', sent: 0, problem: null } as const

const isIdle = (state: UploadItem['state']) => state === 'interrupted' || state === 'failed'

function sendNext() {
  const sending = items.filter(({ state }) => state === 'sending').length
  const next = items.filter(({ state }) => state === 'waiting').slice(0, AT_ONCE - sending)
  for (const item of next) void send(item)
}

async function send(item: UploadItem) {
  const { id, file } = item
  if (!file) return
  change(id, { state: 'sending' })
  try {
    await sendFile(item, file)
    change(id, { state: 'done', sent: file.size })
    await filesChanged()
  } catch (error) {
    change(id, { state: 'failed', problem: problemIn(error as Error) })
  }
  running.delete(id)
  sendNext()
}

/** The library is loaded with the first upload. */
async function sendFile({ id, url, versionOf }: UploadItem, file: File): Promise<void> {
  const { Upload } = await import('tus-js-client')
  const owner = ownerOf()
  await new Promise<void>((resolve, reject) => {
    const upload: Upload = new Upload(file, {
      endpoint: `${window.location.origin}/api/v1/uploads`,
      uploadUrl: url,
      metadata: { filename: file.name, ...(versionOf && { version_of: versionOf }) },
      retryDelays: RETRY_DELAYS_MS,
      storeFingerprintForResuming: false,
      onBeforeRequest: async (request) => {
        request.setHeader('authorization', await authorization())
      },
      // A token can expire while a large file is sent.
      onShouldRetry: ({ originalResponse }) => {
        const status = originalResponse?.getStatus() ?? 0
        return status < 400 || status >= 500 || [401, 409, 423, 429].includes(status)
      },
      onUploadUrlAvailable: () => {
        const { name: filename, size, lastModified } = file
        if (!upload.url) return
        change(id, { url: upload.url })
        const startedAt = Date.now()
        rememberUpload({
          ...{ owner, url: upload.url, filename, size, lastModified, versionOf, startedAt },
        })
      },
      onProgress: (sent) => change(id, { sent: Math.min(sent, file.size) }),
      onSuccess: () => {
        if (upload.url) forgetUpload(upload.url)
        resolve()
      },
      onError: (error) => {
        // A refused upload would be refused again.
        if (upload.url && !isWorthKeeping(error)) forgetUpload(upload.url)
        reject(error)
      },
    })
    running.set(id, upload)
    upload.start()
  })
}

const statusOf = (error: Error) => (error as DetailedError).originalResponse?.getStatus() ?? 0

const isWorthKeeping = (error: Error) => ![404, 410, 413, 422].includes(statusOf(error))

const authorization = async () => `Bearer ${(await freshToken()) ?? ''}`

/** "The file is a program." from the errors of a response. */
function problemIn(error: Error): string {
  const response = (error as DetailedError).originalResponse
  if (!response) return 'The server cannot be reached. Check your connection and try again.'
  try {
    const { error: text, errors = {} } = JSON.parse(response.getBody())
    const [problem] = errors.file ?? errors.filename ?? []
    return asSentence(problem ? `The file ${problem}` : text)
  } catch {
    return 'The server responded with an error. Try again.'
  }
}

function change(id: string, values: Partial<UploadItem>) {
  set(items.map((item) => (item.id === id ? { ...item, ...values } : item)))
}

function set(next: readonly UploadItem[]) {
  items = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Uploads are not offered to another user of the same browser. */
function ownerOf(): string {
  const me = queryClient.getQueryData(meQuery.queryKey)
  return me ? `${me.id} ${me.account.id}` : ''
}

/** `crypto.randomUUID` exists only in secure contexts, not with plain HTTP on a LAN. */
const randomId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
