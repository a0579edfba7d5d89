#!/usr/bin/env node
// Plain JavaScript: the cache is enabled before any TypeScript is loaded, so a process whose files are all cached does not
// load the TypeScript parser, which takes 15 MB.
import module from 'node:module'
import { join } from 'node:path'

if (!process.features.typescript) {
  process.stderr.write(
    `powernode: Node.js ${process.versions.node} cannot run it: use bin/powernode, which brings its own\n`,
  )
  process.exit(1)
}
module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/powernode'))
await import('./powernode.ts')
