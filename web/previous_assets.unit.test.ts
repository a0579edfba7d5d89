import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deleteOldAssets } from './previous_assets.ts'

test('a build deletes only assets that no build has written since', () => {
  const folder = mkdtempSync(join(tmpdir(), 'powernode-assets-'))
  for (const [name, at] of Object.entries({ 'a-1.js': 99, 'a-2.js': 100, 'a-3.js': 101 })) {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), at, at)
  }
  deleteOldAssets(folder, 100_000)
  expect(readdirSync(folder).sort()).toEqual(['a-2.js', 'a-3.js'])
  rmSync(folder, { recursive: true })
})
