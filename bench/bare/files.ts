import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { listenAndReport } from './listen.ts'

/** The minimum for files: a body is written to the disk, hashed and synchronised; a file is read, or a part of it. */
const { folder } = JSON.parse(process.argv[2] ?? '') as { folder: string }
const path = join(folder, 'bare.bin')

listenAndReport(
  createServer(async (request, response) => {
    if (request.method === 'GET') {
      const { size } = await stat(path)
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      const start = Number(first ?? 0)
      const end = last === undefined ? size - 1 : Number(last)
      response.writeHead(first ? 206 : 200, { 'content-length': end - start + 1 })
      createReadStream(path, { start, end }).pipe(response)
      return
    }
    await rm(path, { force: true })
    const file = await open(path, 'w')
    const hash = createHash('sha256')
    for await (const chunk of request) {
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
    await file.close()
    response.end(hash.digest('hex'))
  }),
)
