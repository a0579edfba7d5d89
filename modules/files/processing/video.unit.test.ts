import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { describeVideo } from './video.ts'

const PROBE = {
  streams: [
    { codec_type: 'audio', codec_name: 'aac' },
    { codec_type: 'video', codec_name: 'h264', width: 1920, height: 1080 },
  ],
  format: { duration: '12.5', bit_rate: '800000' },
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-video-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** Puts a program first on the path. It writes its arguments to a file. */
async function install(program: string, script: string) {
  const path = join(folder, program)
  await writeFile(path, `#!/bin/sh\nprintf '%s\\n' "$@" > '${path}.args'\n${script}\n`)
  await chmod(path, 0o700)
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`)
}

const describeFilm = () =>
  describeVideo(join(folder, 'film.mp4'), folder, AbortSignal.timeout(30_000))
const argumentsOf = async (program: string) =>
  (await readFile(join(folder, `${program}.args`), 'utf8')).split('\n')

test('without ffmpeg, a film is skipped', async () => {
  vi.stubEnv('PATH', folder)
  expect(await describeFilm()).toBe(undefined)
})

test('a film is described, with pictures of it, and nothing but its file is opened', async () => {
  await install('ffprobe', `echo '${JSON.stringify(PROBE)}'`)
  await install('ffmpeg', '')
  expect(await describeFilm()).toEqual({
    dimensions: { width: 1920, height: 1080, codec: 'h264', duration: 12.5, bit_rate: 800_000 },
    files: [
      { kind: 'poster', size: 'original', name: 'poster.jpg' },
      { kind: 'thumbnail', size: 'medium', name: 'medium.jpg' },
    ],
  })
  for (const program of ['ffprobe', 'ffmpeg']) {
    const given = await argumentsOf(program)
    expect(given[given.indexOf('-protocol_whitelist') + 1]).toBe('file')
    expect(given).toContain(join(folder, 'film.mp4'))
  }
})

test('a film that cannot be read fails with a reason, and one without pictures made is described all the same', async () => {
  await install('ffprobe', 'exit 1')
  expect(await describeFilm()).toEqual({ problem: 'The film cannot be read' })
  await install('ffprobe', `echo '{"streams": []}'`)
  expect(await describeFilm()).toEqual({ problem: 'The film has no picture' })
  await install('ffprobe', `echo '${JSON.stringify(PROBE)}'`)
  await install('ffmpeg', 'exit 1')
  expect(await describeFilm()).toEqual({
    dimensions: { width: 1920, height: 1080, codec: 'h264', duration: 12.5, bit_rate: 800_000 },
  })
})
