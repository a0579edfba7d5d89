import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const KEPT_MS = 14 * 86_400_000

/**
 * Keeps the assets of earlier builds for two weeks: a server that is still running, and pages that are still open, load them
 * by names that the new build no longer has.
 */
export function previousAssets(): Plugin {
  return {
    name: 'previous-assets',
    apply: 'build',
    config: () => ({ build: { emptyOutDir: false } }),
    writeBundle({ dir = '' }) {
      deleteOldAssets(join(dir, 'assets'), Date.now() - KEPT_MS)
    },
  }
}

/** Deletes the files that were written before then. A build writes all its files again. */
export function deleteOldAssets(folder: string, before: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).mtimeMs < before) rmSync(path)
  }
}
