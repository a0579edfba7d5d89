import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild } from '../children.ts'
import type { Installation } from '../installation.ts'
import { type Measurement, measureAlternately } from '../measurement.ts'
import { fileSender, MEBIBYTE, receiveBytes, sendBytes, speedOf } from './transfers.ts'

const SIZE = 1024 * MEBIBYTE
const ROUNDS = 3
const RANGES = 500
const RANGE_BYTES = 64 * 1024
const PARALLEL = 20
const PARALLEL_BYTES = 200 * MEBIBYTE
const SAMPLE_MS = 50

/** Uploads and downloads of a gigabyte beside the least that Node.js can do, and the memory of many uploads at once. */
export async function files(installation: Installation): Promise<Measurement[]> {
  const { token } = await installation.signIn()
  const folder = mkdtempSync(join(tmpdir(), 'powernode-bench-files-'))
  const bare = await startChild<{ url: string }>(new URL('../bare/files.ts', import.meta.url), {
    folder,
  })
  try {
    const authorization = { authorization: `Bearer ${token}` }
    await allowLargeFiles(installation, authorization)
    const send = fileSender(installation, token)
    const remove = (id: string) =>
      fetch(`${installation.url}/api/v1/files/${id}?permanent=true`, {
        method: 'DELETE',
        headers: authorization,
      })
    const upload = (by: (size: number) => Promise<string>) => async () => {
      let id = ''
      const speed = await speedOf(SIZE, async () => {
        id = await by(SIZE)
      })
      await remove(id)
      return speed
    }
    const barely = () =>
      speedOf(SIZE, () => sendBytes(bare.ready.url, { method: 'PUT', headers: {} }, SIZE))
    const unit = 'MB/s'
    const formed = await measureAlternately(ROUNDS, upload(send.form), barely)
    const parted = await measureAlternately(ROUNDS, upload(send.tus), barely)
    const address = `${installation.url}/api/v1/files/${await send.form(SIZE)}/download`
    const downloaded = await measureAlternately(
      ROUNDS,
      () => speedOf(SIZE, () => receiveBytes(address, authorization)),
      () => speedOf(SIZE, () => receiveBytes(bare.ready.url, {})),
    )
    const ranges = await measureAlternately(
      ROUNDS,
      () => rangesPerSecond(address, authorization),
      () => rangesPerSecond(bare.ready.url, {}),
    )
    return [
      { name: 'upload of 1 GiB, form', unit, ...formed, target: 0.6 },
      { name: 'upload of 1 GiB, tus in parts of 8 MiB', unit, ...parted, target: 0.45 },
      { name: 'download of 1 GiB', unit, ...downloaded, target: 0.8 },
      { name: 'ranges of 64 KiB', unit: '/s', ...ranges, target: 0.7 },
      await memoryOfUploads(installation, send.form),
    ]
  } finally {
    bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function allowLargeFiles({ url }: Installation, authorization: Record<string, string>) {
  const list = await fetch(`${url}/api/v1/storage`, { headers: authorization })
  const { data } = (await list.json()) as { data: { id: string }[] }
  await fetch(`${url}/api/v1/storage/${data[0]?.id}`, {
    method: 'PATCH',
    headers: { ...authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ max_file_bytes: 5 * 1024 * MEBIBYTE }),
  })
}

async function rangesPerSecond(url: string, headers: Record<string, string>): Promise<number> {
  const started = performance.now()
  for (let count = 0; count < RANGES; count++) {
    const first = (count * 7_919_111) % (SIZE - RANGE_BYTES)
    const range = `bytes=${first}-${first + RANGE_BYTES - 1}`
    const size = await receiveBytes(url, { ...headers, range })
    if (size !== RANGE_BYTES) throw new Error(`a range has ${size} bytes`)
  }
  return RANGES / ((performance.now() - started) / 1000)
}

/** The largest increase of the memory of the server while files are uploaded at the same time. */
async function memoryOfUploads(
  installation: Installation,
  send: (size: number) => Promise<string>,
): Promise<Measurement> {
  const before = installation.megabytes('server')
  let most = before
  let isOver = false
  const uploads = Promise.all(Array.from({ length: PARALLEL }, () => send(PARALLEL_BYTES))).finally(
    () => {
      isOver = true
    },
  )
  while (!isOver) {
    most = Math.max(most, installation.megabytes('server'))
    await sleep(SAMPLE_MS)
  }
  await uploads
  return {
    name: `memory of ${PARALLEL} uploads of 200 MiB`,
    unit: 'MB',
    ours: most - before,
    target: 64,
    lowerIsBetter: true,
  }
}
