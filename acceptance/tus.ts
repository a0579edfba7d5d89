import { DetailedError, type HttpResponse, Upload, type UploadOptions } from 'tus-js-client'
import type { TestUser } from './people.ts'

/** What became of an upload by tus-js-client. */
export interface SentUpload {
  /** Its address. */
  url: string
  fileId: string
  /** What the server had, each time the client asked. */
  offsets: number[]
}

type Options = UploadOptions & { filename: string }

/** An upload by tus-js-client, not started. */
export function newUpload(
  url: string,
  { token }: Pick<TestUser, 'token'>,
  content: Buffer,
  { filename, ...options }: Options,
) {
  const done = Promise.withResolvers<SentUpload>()
  const offsets: number[] = []
  const upload: Upload = new Upload(content, {
    endpoint: `${url}/api/v1/uploads`,
    headers: { authorization: `Bearer ${token}` },
    retryDelays: Array(240).fill(250),
    metadata: { filename },
    onAfterResponse: (request, response: HttpResponse) => {
      if (request.getMethod() === 'HEAD') offsets.push(Number(response.getHeader('upload-offset')))
    },
    onSuccess: ({ lastResponse }) => {
      const fileId = lastResponse.getHeader('powernode-file-id') ?? ''
      done.resolve({ url: upload.url ?? '', fileId, offsets })
    },
    onError: (error) => done.reject(inWords(error)),
    ...options,
  })
  done.promise.catch(() => {}) // reported by whoever waits for it
  return { upload, done: done.promise }
}

/** Sends a whole upload. */
export function sendUpload(
  url: string,
  user: Pick<TestUser, 'token'>,
  content: Buffer,
  options: Options,
): Promise<SentUpload> {
  const { upload, done } = newUpload(url, user, content, options)
  upload.start()
  return done
}

/** Errors of the library hold whole requests. */
function inWords(error: Error): Error {
  if (!(error instanceof DetailedError)) return error
  const response = error.originalResponse
  return new Error(
    `${response?.getStatus() ?? 'no response'} ${response?.getBody() ?? error.message}`,
  )
}
