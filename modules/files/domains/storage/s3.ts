import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { targetRefusal } from '@powernode/contract/targets.ts'
import { type BytePart, type Driver, unavailable } from './driver.ts'
import { clientOf, loadSdk, type S3Sdk, type S3Settings } from './s3_client.ts'
import { inStoreWords, isAbsentObject } from './s3_failures.ts'
import { abortUploads, s3Parts } from './s3_parts.ts'
import { writeStream } from './s3_writing.ts'

/** How long a storage may pause while it sends an object. */
const PAUSE_MS = 30_000

/** Objects in a bucket, below a prefix. */
export function openS3Driver(settings: S3Settings): Driver {
  const { bucket: Bucket, prefix } = settings
  const at = (key: string) => ({ Bucket, Key: prefix + key })

  function use<T>(run: (client: S3Client, sdk: S3Sdk) => Promise<T>): Promise<T> {
    return inStoreWords(async () => run(await clientOf(settings), await loadSdk()))
  }

  const link: Driver['link'] = (key, seconds, { disposition, type }) =>
    use(async (client, { GetObjectCommand }) => {
      const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner')
      const command = new GetObjectCommand({
        ...at(key),
        ResponseContentDisposition: disposition,
        ResponseContentType: type,
      })
      return getSignedUrl(client, command, { expiresIn: seconds })
    })

  return {
    write: (key, bytes) => use((client, sdk) => writeStream({ client, sdk, at: at(key) }, bytes)),
    read: (key, part) =>
      use(async (client, { GetObjectCommand }) => {
        const range = part && { Range: `bytes=${part.first}-${part.last}` }
        const { Body, ContentLength } = await client.send(
          new GetObjectCommand({ ...at(key), ...range }),
        )
        return guarded(Body as ResponseBody, ContentLength, part)
      }),
    remove: (key, { unfinished } = { unfinished: false }) =>
      use(async (client, sdk) => {
        if (unfinished) await abortUploads({ client, sdk, at: at(key) })
        await client.send(new sdk.DeleteObjectCommand(at(key))).catch((error) => {
          if (!isAbsentObject(error)) throw error
        })
      }),
    sizeOf: (key) =>
      use(async (client, { HeadObjectCommand }) => {
        try {
          return (await client.send(new HeadObjectCommand(at(key)))).ContentLength
        } catch (error) {
          if (isAbsentObject(error)) return undefined
          throw error
        }
      }),
    async *list() {
      let token: string | undefined
      do {
        const from = token !== undefined && { ContinuationToken: token }
        const page = await use((client, { ListObjectsV2Command }) =>
          client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ...from })),
        )
        for (const { Key = '' } of page.Contents ?? []) yield Key.slice(prefix.length)
        token = page.IsTruncated ? page.NextContinuationToken : undefined
      } while (token !== undefined)
    },
    parts: s3Parts(at, use),
    ...(isPublic(settings) && { link }),
  }
}

/** Whether a browser reaches the storage too. */
const isPublic = ({ endpoint }: S3Settings) =>
  endpoint === undefined || targetRefusal(endpoint, false) === undefined

/** With the connection that it comes from, unless the SDK computes a checksum between. */
type ResponseBody = Readable & Partial<Pick<IncomingMessage, 'socket'>>

/** Ends a response of which nothing arrives for a while, although its reader waits. */
function guarded(
  body: ResponseBody,
  length: number | undefined,
  part: BytePart | undefined,
): Readable {
  if (part && length !== part.last - part.first + 1) {
    body.destroy()
    throw unavailable('The storage does not support ranges')
  }
  const { socket } = body
  if (!socket) return body
  const onPause = () => {
    if (body.readableLength > 0) return // the reader is slow
    body.destroy(unavailable('The storage stopped sending the file'))
  }
  socket.setTimeout(PAUSE_MS).on('timeout', onPause)
  body.once('close', () => socket.off('timeout', onPause))
  return body
}
