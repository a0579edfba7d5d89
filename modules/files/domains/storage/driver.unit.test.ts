import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { startS3Double } from '@powernode/modules/files/test/s3_double.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Driver, PART_BYTES } from './driver.ts'
import { openLocalDriver } from './local.ts'
import { openS3Driver } from './s3.ts'

interface Opened {
  driver: Driver
  /** Whether an unfinished upload is left. */
  isClean(): Promise<boolean> | boolean
}

const drivers: [string, () => Promise<Opened>][] = [
  [
    'local',
    async () => {
      const root = await mkdtemp(join(tmpdir(), 'powernode-driver-'))
      onTestFinished(() => rm(root, { recursive: true }))
      const unfinished = openLocalDriver(root, join(root, 'account', 'tmp'))
      return {
        driver: openLocalDriver(root, join(root, 'account')),
        isClean: async () => (await keysOf(unfinished)).length === 0,
      }
    },
  ],
  [
    's3',
    async () => {
      const store = await startS3Double({ maxKeys: 2 })
      onTestFinished(() => store.close())
      store.put('elsewhere/object', Buffer.from('of another storage'), undefined)
      const driver = openS3Driver({ ...store, prefix: 'account/', allowPrivate: true })
      return { driver, isClean: () => store.uploads.size === 0 }
    },
  ],
]

async function* bytes(...chunks: (Buffer | string)[]) {
  for (const chunk of chunks) yield Buffer.from(chunk as string)
}

/** Bytes that differ from part to part. */
function content(size: number): Buffer {
  const all = Buffer.alloc(size)
  for (let at = 0; at + 4 <= size; at += 4096) all.writeUInt32BE(at, at)
  return all
}

const sum = (all: Buffer) => createHash('sha256').update(all).digest('hex')
const textOf = async (driver: Driver, key: string) =>
  (await buffer(await driver.read(key))).toString()

async function keysOf(driver: Driver) {
  const keys: string[] = []
  for await (const key of driver.list()) keys.push(key)
  return keys.sort()
}

describe.each(drivers)('the driver %s', (_, open) => {
  test('writes an object of several chunks, and reads it and its parts', async () => {
    const { driver } = await open()
    await driver.write('2026/11/plan', bytes('First ', 'floor'))
    expect(await textOf(driver, '2026/11/plan')).toBe('First floor')
    const part = await driver.read('2026/11/plan', { first: 2, last: 6 })
    expect((await buffer(part)).toString()).toBe('rst f')
    expect(await driver.sizeOf('2026/11/plan')).toBe(11)
    await driver.write('empty', bytes())
    expect([await driver.sizeOf('empty'), await textOf(driver, 'empty')]).toEqual([0, ''])
  })

  test.each([PART_BYTES, 2 * PART_BYTES + 1])('writes an object of %i bytes', async (size) => {
    const { driver, isClean } = await open()
    const all = content(size)
    await driver.write('large', bytes(all.subarray(0, 3_000_000), all.subarray(3_000_000)))
    expect(sum(await buffer(await driver.read('large')))).toBe(sum(all))
    expect(await isClean()).toBe(true)
  })

  test('says that an object is not there', async () => {
    const { driver } = await open()
    expect(await driver.sizeOf('absent')).toBe(undefined)
    await expect(driver.read('absent')).rejects.toMatchObject({
      code: 'storage_unavailable',
      message: 'The file is not in its storage',
    })
    await driver.remove('absent', { unfinished: true })
  })

  test.each([10, PART_BYTES + 10])(
    'leaves nothing of a write that fails after %i bytes',
    async (size) => {
      const { driver, isClean } = await open()
      const interrupted = (async function* () {
        yield content(size)
        throw new Error('the client went away')
      })()
      await expect(driver.write('broken', interrupted)).rejects.toThrow('the client went away')
      expect([await driver.sizeOf('broken'), await keysOf(driver)]).toEqual([undefined, []])
      expect(await isClean()).toBe(true)
    },
  )

  test('lists its own objects, in pages, and removes them', async () => {
    const { driver } = await open()
    expect(await keysOf(driver)).toEqual([])
    for (const key of ['a', 'b/c', 'b/d', 'e']) await driver.write(key, bytes(key))
    await driver.parts.start('f')
    expect(await keysOf(driver)).toEqual(['a', 'b/c', 'b/d', 'e'])
    await driver.remove('b/c')
    await driver.remove('b/c')
    expect(await keysOf(driver)).toEqual(['a', 'b/d', 'e'])
  })

  test('makes an object of parts, each of which can be repeated', async () => {
    const { driver, isClean } = await open()
    const { parts } = driver
    const all = content(2 * PART_BYTES + 100)
    const started = await parts.start('resumed')
    // As a server does that continues what another one started.
    const object = JSON.parse(JSON.stringify(started))
    const put = (number: number, from: Buffer) => {
      const offset = (number - 1) * PART_BYTES
      return parts.put(object, { number, offset }, from.subarray(offset, offset + PART_BYTES))
    }
    await put(1, Buffer.alloc(all.length, 'x'))
    const stored = [await put(1, all), await put(2, all), await put(3, all)]
    expect(stored.map(({ size }) => size)).toEqual([PART_BYTES, PART_BYTES, 100])
    expect(await driver.sizeOf('resumed')).toBe(undefined)
    if (parts.reread) {
      const begin = await buffer(await parts.reread(object, PART_BYTES + 1))
      expect(sum(begin)).toBe(sum(all.subarray(0, PART_BYTES + 1)))
    }
    await parts.finish(object, stored)
    await parts.finish(object, stored)
    expect(sum(await buffer(await driver.read('resumed')))).toBe(sum(all))
    expect(await isClean()).toBe(true)
  })

  test('removes the parts of an object that is given up', async () => {
    const { driver, isClean } = await open()
    const object = await driver.parts.start('given-up')
    await driver.parts.put(object, { number: 1, offset: 0 }, Buffer.from('x'))
    expect(await isClean()).toBe(false)
    await driver.parts.abort(object)
    await driver.parts.abort(object)
    expect(await isClean()).toBe(true)
    const killed = await driver.parts.start('killed')
    await driver.parts.put(killed, { number: 1, offset: 0 }, Buffer.from('x'))
    await driver.remove('killed', { unfinished: true })
    expect([await isClean(), await keysOf(driver)]).toEqual([true, []])
  })
})
