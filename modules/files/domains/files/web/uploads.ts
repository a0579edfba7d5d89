import { useSyncExternalStore } from 'react'
import { asSentence } from '~/api'
import { freshToken } from '~/tokens'
import { filesChanged } from './queries'

export type UploadItem = {
  /** Also its Idempotency-Key: trying again cannot store a file twice. */
  id: string
  file: File
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** Bytes sent. */
  sent: number
  problem: string | null
}

const AT_ONCE = 2

// Outside of the pages, so that uploads go on while the user is on another page.
let items: readonly UploadItem[] = []
const listeners = new Set<() => void>()

export const useUploads = () => useSyncExternalStore(subscribe, () => items)

export function addUploads(files: Iterable<File>) {
  const added = [...files].map(
    (file): UploadItem => ({ id: randomId(), file, state: 'waiting', sent: 0, problem: null }),
  )
  set([...items, ...added])
  sendNext()
}

export function retryUpload(id: string) {
  change(id, { state: 'waiting', sent: 0, problem: null })
  sendNext()
}

/** Removes those that have ended from the list. */
export const clearUploads = () =>
  set(items.filter(({ state }) => state === 'waiting' || state === 'sending'))

function sendNext() {
  const sending = items.filter(({ state }) => state === 'sending').length
  const next = items.filter(({ state }) => state === 'waiting').slice(0, AT_ONCE - sending)
  for (const item of next) void send(item)
}

async function send({ id, file }: UploadItem) {
  change(id, { state: 'sending' })
  try {
    await post(file, id, (sent) => change(id, { sent }))
    change(id, { state: 'done', sent: file.size })
    await filesChanged()
  } catch (error) {
    change(id, { state: 'failed', problem: (error as Error).message })
  }
  sendNext()
}

/** Only this old interface tells the progress of a request. */
async function post(file: File, key: string, onProgress: (sent: number) => void) {
  const token = await freshToken()
  const form = new FormData()
  form.append('file', file)
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/files')
    request.setRequestHeader('authorization', `Bearer ${token ?? ''}`)
    request.setRequestHeader('idempotency-key', key)
    request.upload.addEventListener('progress', ({ loaded }) =>
      onProgress(Math.min(loaded, file.size)),
    )
    request.addEventListener('error', () =>
      reject(new Error('The server cannot be reached. Check your connection and try again.')),
    )
    request.addEventListener('load', () => {
      if (request.status < 300) resolve()
      else reject(new Error(problemIn(request.responseText)))
    })
    request.send(form)
  })
}

/** "The file is a program." from the errors of a response. */
function problemIn(text: string): string {
  const unknown = 'The server responded with an error. Try again.'
  try {
    const { error, errors } = JSON.parse(text)
    const [problem] = errors?.file ?? []
    return asSentence(problem ? `The file ${problem}` : (error ?? unknown))
  } catch {
    return unknown
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

/** `crypto.randomUUID` exists only in secure contexts, not with plain HTTP on a LAN. */
const randomId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
