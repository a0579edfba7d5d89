import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from './reading.ts'
import { createArchive } from './writing.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-test-'))
  return () => rm(folder, { recursive: true })
})

interface Entry {
  name: string
  content?: Buffer
  /** What the entry says of its size, if it lies. */
  size?: number
  mode?: number
  flags?: number
}

/** A ZIP archive as no honest program would write it. */
function zipOf(entries: Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const {
    name,
    content = Buffer.from('x'),
    mode = 0o100644,
    flags = 0,
    ...entry
  } of entries) {
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.size ?? content.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((mode << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), fields, rest, Buffer.from(name))
    parts.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}

async function opened(content: Buffer) {
  const path = join(folder, `${crypto.randomUUID()}.zip`)
  await writeFile(path, content)
  const archive = await openArchive(path)
  onTestFinished(() => archive.close())
  return archive
}

describe('an archive', () => {
  test('that was written is read again', async () => {
    const path = join(folder, 'written.zip')
    const archive = createArchive(path)
    archive.addText('# One', 'one.md')
    archive.addText('Zwei', 'über/zwei.md')
    await archive.end()
    const read = await openArchive(path)
    onTestFinished(() => read.close())
    expect(read.paths).toEqual(['one.md', 'über/zwei.md'])
    expect(String(await read.read('über/zwei.md', 100))).toBe('Zwei')
    await expect(read.read('one.md', 4)).rejects.toThrow('one.md is too large')
    await expect(read.read('three.md', 4)).rejects.toThrow('has no such file')
  })

  test('is refused with paths that lead out of it, links, encryption and repeated names', async () => {
    const refused: [Entry[], string][] = [
      [[{ name: '../a.md' }], '..'],
      [[{ name: 'a/../../b.md' }], '..'],
      [[{ name: '/etc/a.md' }], 'absolute'],
      [[{ name: 'C:/a.md' }], 'absolute'],
      [[{ name: 'a\\b.md' }], 'invalid'],
      [[{ name: 'a\u0007.md' }], 'not a text'],
      [[{ name: 'a.md', mode: 0o120777 }], 'a.md is a link'],
      [[{ name: 'a.md', flags: 1 }], 'encrypted'],
      [[{ name: 'a.md' }, { name: 'a.md' }], 'a.md is there twice'],
    ]
    for (const [entries, problem] of refused) {
      await expect(opened(zipOf(entries)), problem).rejects.toThrow(problem)
    }
  })

  test('is refused if it is a bomb, however it lies', async () => {
    const zeros = Buffer.alloc(10 * 1024 * 1024)
    await expect(opened(zipOf([{ name: 'a', content: zeros }]))).rejects.toThrow('too tightly')
    const lying = await opened(zipOf([{ name: 'a', content: zeros, size: 10 }]))
    await expect(lying.read('a', 100)).rejects.toThrow('a cannot be read')
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}` }))
    await expect(opened(zipOf(many))).rejects.toThrow('10,000 entries')
  })

  test('is refused if it is none, or cut', async () => {
    await expect(opened(Buffer.from('text'))).rejects.toThrow('is not a ZIP archive')
    const whole = zipOf([{ name: 'a.md' }])
    await expect(opened(whole.subarray(0, whole.length - 30))).rejects.toThrow('not a ZIP')
    await expect(opened(Buffer.alloc(0))).rejects.toThrow('not a ZIP')
  })
})
