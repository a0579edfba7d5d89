import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { type Failure, fail } from '../kernel/fail.ts'
import { unstorable } from './storable.ts'
import type { Upload } from './upload.ts'

/** The type of forms with a file, for `types` of an upload. */
export const FORM_TYPE = 'multipart/form-data'

const MAX_FIELDS = 20
const MAX_FIELD_BYTES = 64 * 1024
const READ_AHEAD_BYTES = 256 * 1024

/** The file of a form. `bytes` must be read before the rest of the form. */
export interface FormFile {
  /** Its last part, without folders. */
  filename: string
  /** What Content-Length tells of its size in bytes, if it is the last part. */
  atLeast: number
  /** Undefined without Content-Length. */
  atMost: number | undefined
  bytes: AsyncIterable<Buffer>
}

export interface FileForm {
  /** The fields before the file. */
  fields: Record<string, string>
  file: FormFile
  /** Reads the rest of the form. Returns all fields, those before the file included. */
  rest(): Promise<Record<string, string>>
}

/**
 * Reads an upload of the type `multipart/form-data` up to its file, which is called `file`. Throws 422 if the form has another
 * file or none, and 400 if it is malformed.
 */
export async function readFileForm(upload: Upload, contentType = ''): Promise<FileForm> {
  const { parser, endBytes } = openParser(contentType)
  const fields: Record<string, string> = Object.create(null) // a field may be called __proto__
  const started = Promise.withResolvers<FormFile>()
  const ended = Promise.withResolvers<void>()
  let received = 0
  let content: Readable | undefined

  function refuse(failure: Failure) {
    upload.bytes.unpipe(parser)
    content?.destroy(failure)
    started.reject(failure)
    ended.reject(failure)
  }

  ended.promise.catch(() => {}) // reported by whoever waits for it
  parser
    .on('field', (name, value, _, tooLong) => {
      if (tooLong) refuse(fail.invalid({ [name]: ['is too long'] }))
      if (name in fields) refuse(fail.invalid({ [name]: ['must not be given twice'] }))
      fields[name] = value
    })
    .on('file', (name, bytes, filename = '') => {
      content = bytes as Readable
      content.on('error', () => {}) // the handler may not be reading at this moment
      if (name !== 'file') refuse(fail.invalid({ [name]: ['is not a known field'] }))
      const { size } = upload
      started.resolve({
        filename,
        atLeast: size === undefined ? 0 : Math.max(0, size - received - endBytes),
        atMost: size === undefined ? undefined : Math.max(0, size - endBytes),
        bytes: readPart(content),
      })
    })
    .on('filesLimit', () => refuse(fail.invalid({ file: ['must be one file'] })))
    .on('fieldsLimit', () => refuse(fail.invalid({ base: ['has too many fields'] })))
    .on('error', () => refuse(malformed()))
    .on('finish', () => {
      started.reject(fail.invalid({ file: ['is missing'] }))
      ended.resolve()
    })
  upload.bytes.on('data', (chunk: Buffer) => {
    received += chunk.length
  })
  upload.bytes.on('error', () => refuse(upload.failure ?? malformed()))
  upload.bytes.pipe(parser)
  const file = await started.promise
  return {
    fields: { ...fields },
    file,
    async rest() {
      await ended.promise
      const errors = unstorable(fields)
      if (errors) throw fail.invalid(errors)
      return { ...fields }
    },
  }
}

function openParser(contentType: string) {
  const boundary = /boundary="?([^";\s]+)/i.exec(contentType)?.[1] ?? ''
  try {
    const limits = { files: 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES }
    const headers = { 'content-type': contentType }
    const parser = new Busboy({ headers, limits, fileHwm: READ_AHEAD_BYTES })
    return { parser, endBytes: `\r\n--${boundary}--`.length }
  } catch {
    throw fail.invalid({ file: ['is missing: the form has no boundary in its Content-Type'] })
  }
}

async function* readPart(content: Readable): AsyncGenerator<Buffer> {
  try {
    yield* content
  } catch (error) {
    throw (error as Failure).code ? error : malformed()
  }
}

const malformed = () => fail.with('bad_request', 'The form is malformed or incomplete')
