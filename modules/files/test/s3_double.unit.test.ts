import { Readable } from 'node:stream'
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3Double } from './s3_double.ts'
import { verifyPayload, verifySignature } from './s3_signature.ts'

let store: Awaited<ReturnType<typeof startS3Double>>
beforeAll(async () => {
  store = await startS3Double({ maxKeys: 2 })
})
afterAll(() => store.close())

/** The SDK as it is, but without retries. */
function plainClient(secret = store.secret_access_key) {
  const { endpoint, region, access_key_id } = store
  const credentials = { accessKeyId: access_key_id, secretAccessKey: secret }
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1 })
}

type Upload = { Bucket: string; Key: string; UploadId: string | undefined }

const at = (Key: string) => ({ Bucket: store.bucket, Key })

describe('the S3 double, used by the SDK of AWS', () => {
  test('puts, heads, reads, lists in pages and deletes objects', async () => {
    const client = plainClient()
    const keys = ['list/a b', 'list/ä', 'list/z']
    for (const key of keys) await client.send(new PutObjectCommand({ ...at(key), Body: key }))
    const { ContentLength } = await client.send(new HeadObjectCommand(at('list/ä')))
    expect(ContentLength).toBe(Buffer.byteLength('list/ä'))
    const { Body, ContentRange } = await client.send(
      new GetObjectCommand({ ...at('list/a b'), Range: 'bytes=5-' }),
    )
    expect([await Body?.transformToString(), ContentRange]).toEqual(['a b', 'bytes 5-7/8'])

    const list = { Bucket: store.bucket, Prefix: 'list/' }
    const first = await client.send(new ListObjectsV2Command(list))
    expect(first.Contents?.map(({ Key }) => Key)).toEqual(['list/a b', 'list/z'])
    const second = await client.send(
      new ListObjectsV2Command({ ...list, ContinuationToken: first.NextContinuationToken }),
    )
    expect([second.Contents?.map(({ Key }) => Key), second.IsTruncated]).toEqual([
      ['list/ä'],
      false,
    ])
    await client.send(new DeleteObjectCommand(at('list/z')))
    await expect(client.send(new GetObjectCommand(at('list/z')))).rejects.toThrow('NoSuchKey')
    await expect(
      client.send(new GetObjectCommand({ ...at('list/a b'), Range: 'bytes=8-9' })),
    ).rejects.toMatchObject({ name: 'InvalidRange' })
  })

  test('takes a stream in chunks with a checksum at its end', async () => {
    const Body = Readable.from([Buffer.alloc(70_000, 'a'), Buffer.from('end')])
    await plainClient().send(
      new PutObjectCommand({ ...at('chunked'), Body, ContentLength: 70_003 }),
    )
    expect(store.get('chunked').body.subarray(-5).toString()).toBe('aaend')
  })

  test('keeps an object that must not be replaced', async () => {
    const put = () =>
      plainClient().send(new PutObjectCommand({ ...at('once'), Body: 'x', IfNoneMatch: '*' }))
    await put()
    await expect(put()).rejects.toMatchObject({ name: 'PreconditionFailed' })
  })

  test('refuses a wrong secret, a key it does not know, another bucket and a changed request', async () => {
    const head = new ListObjectsV2Command({ Bucket: store.bucket })
    await expect(plainClient('wrong').send(head)).rejects.toThrow('SignatureDoesNotMatch')
    const url = await getSignedUrl(plainClient(), new GetObjectCommand(at('once')))
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url.replace('/once', '/chunked'))).status).toBe(403)
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403)
  })

  test('puts an object together from the parts that it answered, in order and large enough', async () => {
    const client = plainClient()
    const start = async (key: string) => {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(at(key)))
      return { ...at(key), UploadId }
    }
    const part = async (upload: Upload, PartNumber: number, size: number) => {
      const Body = Buffer.alloc(size, `${PartNumber}`)
      const command = new UploadPartCommand({ ...upload, PartNumber, Body })
      return { PartNumber, ETag: (await client.send(command)).ETag }
    }
    const upload = await start('multi')
    const complete = (Parts: { PartNumber: number; ETag: string | undefined }[]) =>
      client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
    const five = 5 * 1024 ** 2
    const [first, second, third] = [
      await part(upload, 1, five),
      await part(upload, 2, 10),
      await part(upload, 3, 10),
    ]
    const { Parts } = await client.send(new ListPartsCommand(upload))
    expect(Parts?.map(({ ETag }) => ETag)).toEqual([first.ETag, second.ETag, third.ETag])
    await expect(complete([first, { ...second, ETag: first.ETag }])).rejects.toThrow('InvalidPart')
    await expect(complete([second, first])).rejects.toThrow('InvalidPartOrder')
    await expect(complete([first, second, third])).rejects.toThrow('EntityTooSmall')
    await complete([first, third])
    expect(
      store
        .get('multi')
        .body.subarray(five - 1)
        .toString(),
    ).toBe('13333333333')
    await expect(complete([first])).rejects.toMatchObject({ name: 'NoSuchUpload' })
  })
})

describe('signatures, with the examples of AWS', () => {
  const credentials = {
    access_key_id: 'AKIAIOSFODNN7EXAMPLE',
    secret_access_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const now = new Date('2013-05-24T00:00:00Z')

  test('a presigned URL holds until it expires', () => {
    const url =
      '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404'
    const headers = { host: 'examplebucket.s3.amazonaws.com' }
    const verify = (time: string) =>
      verifySignature({ method: 'GET', url, headers }, credentials, new Date(time))
    expect(verify('2013-05-25T00:00:00Z').scope).toBe('20130524/us-east-1/s3/aws4_request')
    expect(() => verify('2013-05-25T00:00:01Z')).toThrow('Request has expired')
  })

  test('each chunk signs the one before', () => {
    const signature = '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9'
    const headers = {
      host: 's3.amazonaws.com',
      'x-amz-date': '20130524T000000Z',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': '66560',
      'content-length': '66824',
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=${signature}`,
    }
    const request = { method: 'PUT', url: '/examplebucket/chunkObject.txt', headers }
    const signed = verifySignature(request, credentials, now)
    const chunk = (size: number, signature: string) =>
      `${size.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(size)}\r\n`
    const body =
      chunk(65_536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648') +
      chunk(1024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497') +
      chunk(0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9')
    expect(Buffer.byteLength(body)).toBe(66_824)
    expect(verifyPayload(Buffer.from(body), signed, headers)).toHaveLength(66_560)
    const changed = body.replace('a\r\n400;', 'b\r\n400;')
    expect(() => verifyPayload(Buffer.from(changed), signed, headers)).toThrow(
      'SignatureDoesNotMatch',
    )
  })
})
