import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { startS3Double } from '@powernode/modules/files/test/s3_double.ts'
import { verifySignature } from '@powernode/modules/files/test/s3_signature.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { PART_BYTES } from './driver.ts'
import { openS3Driver } from './s3.ts'
import type { S3Settings } from './s3_client.ts'

async function storage() {
  const store = await startS3Double()
  onTestFinished(() => store.close())
  const open = (settings: Partial<S3Settings> = {}) =>
    openS3Driver({ ...store, prefix: 'account/', allowPrivate: true, ...settings })
  return { store, open, driver: open() }
}

async function* bytes(content: string | Buffer) {
  yield Buffer.from(content as string)
}

const large = Buffer.alloc(PART_BYTES + 1, 'x')

describe('an object storage that fails now and then', () => {
  test.each([
    ['a small object', 'PutObject', 'plan'],
    ['a part', 'UploadPart', large],
    ['the end of a large object', 'CompleteMultipartUpload', large],
  ] as const)(
    'gets %s again, also when only the answer was lost',
    async (_, operation, content) => {
      const { store, driver } = await storage()
      for (const fault of [{ status: 500 }, { status: 503 }, 'answer lost'] as const) {
        store.fail(operation, fault)
        await driver.write('plan', bytes(content))
        expect(store.get('account/plan').body.equals(Buffer.from(content as string))).toBe(true)
        expect(store.uploads.size).toBe(0)
        await driver.remove('plan')
      }
    },
  )

  test('is given up after three attempts, in words', async () => {
    const { store, driver } = await storage()
    store.fail('PutObject', { status: 503 }, { status: 503 }, { status: 503 })
    await expect(driver.write('plan', bytes('x'))).rejects.toMatchObject({
      code: 'storage_unavailable',
      message: 'The storage is overloaded',
      extra: { retryAfterSeconds: 30 },
    })
    expect(store.calls).toEqual(['PutObject', 'PutObject', 'PutObject'])
  })

  test('never pretends that a response that breaks off is complete', async () => {
    const { store, driver } = await storage()
    await driver.write('plan', bytes('First floor'))
    store.fail('GetObject', { cutAt: 5 })
    await expect(driver.read('plan').then(buffer)).rejects.toThrow('aborted')
    expect(store.calls).toEqual(['PutObject', 'GetObject'])
  })

  test('does not lose a response that comes late', async () => {
    const { store, driver } = await storage()
    await driver.write('plan', bytes('First floor'))
    const { promise, resolve } = Promise.withResolvers<void>()
    store.fail('GetObject', { until: promise })
    const reading = driver.read('plan').then(buffer)
    resolve()
    expect((await reading).toString()).toBe('First floor')
  })

  test('that forgets an upload ends it, and keeps nothing of it', async () => {
    const { store, driver } = await storage()
    store.fail('UploadPart', { code: 'NoSuchUpload' })
    await expect(driver.write('plan', bytes(large))).rejects.toThrow(
      'The storage no longer knows this upload. Send the file again',
    )
    expect([store.uploads.size, store.objects.size]).toEqual([0, 0])
  })

  test('does not complete a part that somebody else replaced', async () => {
    const { store, driver } = await storage()
    const object = await driver.parts.start('plan')
    const put = (content: string) =>
      driver.parts.put(object, { number: 1, offset: 0 }, Buffer.from(content))
    const mine = await put('mine')
    await put('of a server that does not know that it lost the upload')
    await expect(driver.parts.finish(object, [mine])).rejects.toThrow(
      'The storage lost a part of the file. Send the file again',
    )
    expect(store.objects.size).toBe(0)
  })
})

describe('settings of an object storage', () => {
  test.each<[string, Partial<S3Settings>, string]>([
    ['another bucket', { bucket: 'other' }, 'The bucket does not exist'],
    ['another key', { access_key_id: 'AKIAOTHER' }, 'The access key does not exist'],
    ['another secret', { secret_access_key: 'other' }, 'The secret key is wrong'],
    ['another region', { region: 'eu-other-1' }, 'The bucket is in another region'],
    [
      'an address where nothing listens',
      { endpoint: 'http://127.0.0.1:1' },
      'The storage refused the connection',
    ],
    [
      'a name that does not exist',
      { endpoint: 'http://nowhere.invalid' },
      'The host name of the storage was not found',
    ],
    [
      'a private address, which only the operator may use',
      { endpoint: 'https://127.0.0.1', allowPrivate: false },
      'The endpoint of the storage must not point to a private address',
    ],
  ])('with %s are refused in words', async (_, settings, message) => {
    const { open } = await storage()
    await expect(open(settings).write('plan', bytes('x'))).rejects.toMatchObject({
      code: 'storage_unavailable',
      message,
    })
  })

  test('never lead to another address by a redirect', async () => {
    const { store, open } = await storage()
    const redirecting = createServer((_request, response) => {
      response.writeHead(307, { location: `${store.endpoint}/${store.bucket}/account/plan` }).end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void redirecting.close())
    await once(redirecting, 'listening')
    const { port } = redirecting.address() as AddressInfo
    await expect(
      open({ endpoint: `http://127.0.0.1:${port}` }).write('plan', bytes('x')),
    ).rejects.toThrow('The address of the storage redirects to another one')
    expect(store.calls).toEqual([])
  })

  test('give links only where a browser reaches the storage, and sign what it says of the file', async () => {
    const { store, open, driver } = await storage()
    expect(driver.link).toBe(undefined)
    const { link } = open({ endpoint: 'https://objects.example.com' })
    const response = { disposition: 'attachment; filename="plan.pdf"', type: 'application/pdf' }
    const { host, pathname, search, searchParams } = new URL(
      (await link?.('2026/plan', 60, response)) ?? '',
    )
    expect([host, pathname]).toEqual(['objects.example.com', '/tower-files/account/2026/plan'])
    expect(searchParams.get('response-content-disposition')).toBe(response.disposition)
    expect(searchParams.get('X-Amz-Expires')).toBe('60')
    const request = { method: 'GET', url: pathname + search, headers: { host } }
    expect(verifySignature(request, store).payload).toBe('UNSIGNED-PAYLOAD')
    const changed = { ...request, url: request.url.replace('plan.pdf', 'plan.exe') }
    expect(() => verifySignature(changed, store)).toThrow('SignatureDoesNotMatch')
  })
})
