import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { ChildOutput } from './child_types.ts'

const MAX_MEMORY_KB = 2 * 1024 * 1024
const MAX_MS = 300_000
/** The only protocol, so that a film cannot make the program fetch what it names. */
const SAFE = ['-v', 'error', '-protocol_whitelist', 'file']
const BOXES = { poster: 1280, medium: 300 }

interface Probe {
  streams?: { codec_type?: string; codec_name?: string; width?: number; height?: number }[]
  format?: { duration?: string; bit_rate?: string }
}

/**
 * Describes a film and makes pictures of it with ffmpeg, if the machine of the worker has it; otherwise undefined. Its
 * processes have limits on memory and time, because the content comes from strangers.
 */
export async function describeVideo(
  path: string,
  folder: string,
  signal: AbortSignal,
): Promise<ChildOutput | undefined> {
  const shown = ['-show_streams', '-show_format', '-of', 'json', path]
  const probed = await run('ffprobe', [...SAFE, ...shown], signal)
  if (probed === undefined) return undefined
  if (typeof probed === 'number') return { problem: 'The film cannot be read' }
  const { streams = [], format = {} } = JSON.parse(probed) as Probe
  const film = streams.find(({ codec_type }) => codec_type === 'video')
  if (!film) return { problem: 'The film has no picture' }
  const known = {
    ...{ width: film.width, height: film.height, codec: film.codec_name },
    ...{ duration: numberIn(format.duration), bit_rate: numberIn(format.bit_rate) },
  }
  const dimensions = Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== undefined),
  )
  const made = await run('ffmpeg', ['-nostdin', ...SAFE, '-i', path, ...picturesIn(folder)], signal)
  if (typeof made !== 'string') return { dimensions }
  return {
    dimensions,
    files: [
      { kind: 'poster', size: 'original', name: 'poster.jpg' },
      { kind: 'thumbnail', size: 'medium', name: 'medium.jpg' },
    ],
  }
}

/** Arguments that make pictures of the first frame, not larger than it is. */
function picturesIn(folder: string): string[] {
  return Object.entries(BOXES).flatMap(([name, box]) => [
    ...['-map', '0:v:0', '-frames:v', '1'],
    ...['-vf', `scale='min(${box},iw)':'min(${box},ih)':force_original_aspect_ratio=decrease`],
    join(folder, `${name}.jpg`),
  ])
}

const numberIn = (value: string | undefined) => (Number(value) > 0 ? Number(value) : undefined)

/** What a program wrote, or its exit code if it failed. Undefined if there is no such program. */
async function run(
  program: string,
  args: string[],
  stop: AbortSignal,
): Promise<string | number | undefined> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(MAX_MS)])
  const child = spawn(
    '/bin/sh',
    ['-c', `ulimit -v ${MAX_MEMORY_KB}; exec "$0" "$@"`, program, ...args],
    {
      signal,
      killSignal: 'SIGKILL',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH },
    },
  )
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? 1))
  })
  const [output, code] = await Promise.all([text(child.stdout), ended])
  if (code === NOT_FOUND) return undefined
  return code === 0 ? output : code
}

/** How a shell says that there is no such program. */
const NOT_FOUND = 127
