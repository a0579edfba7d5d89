import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packed, { inflate } from '@sparticuz/chromium'

const PACKAGE = new URL('../', import.meta.resolve('@sparticuz/chromium'))

/** Paths of an unpacked Chromium, with libraries and fonts for a machine without them. */
export interface Unpacked {
  program: string
  libraries: string
  fonts: string
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once per user. It is unpacked to a temporary folder, which is renamed
 * when complete.
 */
export async function unpackChromium(): Promise<Unpacked> {
  const { version } = JSON.parse(await readFile(new URL('package.json', PACKAGE), 'utf8'))
  const home = join(tmpdir(), `powernode-chromium-${version}-${userInfo().uid}`)
  if (!existsSync(join(home, 'chromium'))) {
    const temporary = await mkdtemp(`${home}-`)
    await unpackInto(temporary)
    await writeFile(join(temporary, 'fonts', 'fonts.conf'), fontsConf(home))
    await rename(temporary, home).catch(() => rm(temporary, { recursive: true, force: true }))
  }
  return {
    program: join(home, 'chromium'),
    libraries: join(home, 'al2023', 'lib'),
    fonts: join(home, 'fonts'),
  }
}

async function unpackInto(folder: string) {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    await packed.executablePath()
    await inflate(fileURLToPath(new URL('bin/al2023.tar.br', PACKAGE)))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

function fontsConf(home: string) {
  const folders = `<dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir>`
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>`
}
