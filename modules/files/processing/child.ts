import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseFile } from 'music-metadata'
import sharp from 'sharp'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import type { ChildInput, ChildOutput } from './child_types.ts'

const MAX_PIXELS = 50_000_000
const MAX_PAGES = 500
const MAX_TEXT = 1_000_000
const SIZES = { small: 150, medium: 300, large: 600 }

/*
 * Runs in a process of its own, with limits on memory and time, because the content comes from strangers: what a decoder does to it ends with
 * this process. Reads its input as JSON from the standard input, and writes its output to the standard output.
 */

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif', // AVIF
  ],
})

const open = (path: string) => sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' })

const work: Record<ChildInput['job_type'], (input: ChildInput) => Promise<ChildOutput>> = {
  async thumbnail({ path, folder }) {
    const files = []
    for (const [size, box] of Object.entries(SIZES)) {
      const name = `${size}.jpg`
      await open(path)
        .autoOrient()
        .resize(box, box, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 85 })
        .toFile(join(folder, name))
      files.push({ kind: 'thumbnail', size, name })
    }
    return { files }
  },

  async metadata_extract({ path, content_type }) {
    if (content_type === 'application/pdf') {
      const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)))
      const { info } = await getMeta(pdf)
      const { Title: title, Author: author } = info as Record<string, unknown>
      return { metadata: { ...textsOf({ title, author }), pages: pdf.numPages } }
    }
    const { width, height, format, orientation, space, hasAlpha, pages } =
      await open(path).metadata()
    // Beyond the limit nothing is decoded, and nothing that the header says is believed.
    if (width * height > MAX_PIXELS) throw new Error('Input image exceeds pixel limit')
    const exif_data = Object.fromEntries(
      Object.entries({ orientation, space, has_alpha: hasAlpha, frames: pages }).filter(
        ([, value]) => value !== undefined,
      ),
    )
    return { dimensions: { width, height, format }, exif_data }
  },

  async text_extract({ path, content_type, folder }) {
    const found =
      content_type === 'application/pdf' ? await textOfPdf(path) : await readFile(path, 'utf8')
    await writeFile(join(folder, 'text'), found.slice(0, MAX_TEXT))
    return { text: 'text' }
  },

  async audio_processing({ path }) {
    const { format } = await parseFile(path, { duration: true, skipCovers: true })
    const { duration, codec, bitrate, sampleRate, numberOfChannels } = format
    const dimensions = {
      duration,
      codec,
      bit_rate: bitrate,
      sample_rate: sampleRate,
      channels: numberOfChannels,
    }
    return {
      dimensions: Object.fromEntries(
        Object.entries(dimensions).filter(([, value]) => value !== undefined),
      ),
    }
  },
}

async function textOfPdf(path: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)))
  if (pdf.numPages > MAX_PAGES) throw new Error(`The document has more than ${MAX_PAGES} pages`)
  const { text: pages } = await extractText(pdf, { mergePages: true })
  return pages
}

const textsOf = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => typeof value === 'string' && value !== '')
      .map(([name, value]) => [name, String(value).slice(0, 500)]),
  )

const input = JSON.parse(await text(process.stdin)) as ChildInput
const output: ChildOutput = await work[input.job_type](input).catch((error: Error) => ({
  problem: error.message,
}))
process.stdout.write(JSON.stringify(output), () => process.exit(0))
