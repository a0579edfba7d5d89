import { PART_BYTES } from './driver.ts'
import type { S3Object } from './s3_client.ts'
import { abortUpload, completeUpload, putPart, startUpload, type UploadedPart } from './s3_parts.ts'

/**
 * Writes an object of unknown length: what fits into a part in one request, more as a multipart upload, where a part is sent
 * while the next one arrives. After a failure, nothing is left, if the storage can be reached.
 */
export async function writeStream(object: S3Object, bytes: AsyncIterable<Buffer>): Promise<void> {
  const parts = inParts(bytes)
  const first = await parts.next()
  const content = first.value ?? Buffer.alloc(0)
  if (content.length < PART_BYTES) {
    const { client, sdk, at } = object
    await client.send(new sdk.PutObjectCommand({ ...at, Body: content }))
    return
  }
  const id = await startUpload(object)
  try {
    await completeUpload(object, id, await sendParts(object, id, content, parts))
  } catch (error) {
    await abortUpload(object, id).catch(() => {}) // then the collector does it
    throw error
  }
}

async function sendParts(
  object: S3Object,
  id: string,
  first: Buffer,
  rest: AsyncGenerator<Buffer, void>,
) {
  const sent: UploadedPart[] = []
  let size = 0
  let content: Buffer | undefined = first
  while (content) {
    const sending = putPart(object, id, sent.length + 1, content)
    size += content.length
    // Both have ended when one has failed: no part is sent to an upload that was given up.
    const [part, next] = await Promise.allSettled([sending, rest.next()])
    if (part.status === 'rejected') throw part.reason
    if (next.status === 'rejected') throw next.reason
    sent.push(part.value)
    content = next.value.value ?? undefined
  }
  return { sent, size }
}

/** Full parts, then what is left, if anything. */
async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    let rest = chunk
    while (size + rest.length >= PART_BYTES) {
      const taken = PART_BYTES - size
      yield Buffer.concat([...chunks, rest.subarray(0, taken)])
      rest = rest.subarray(taken)
      chunks = []
      size = 0
    }
    if (rest.length === 0) continue
    chunks.push(rest)
    size += rest.length
  }
  if (size > 0) yield Buffer.concat(chunks)
}
