#!/usr/bin/env node
// Plain JavaScript: the cache is enabled before any TypeScript is loaded, so a process whose files are all cached does not
// load the TypeScript parser, which takes 15 MB.
import module from 'node:module'
import { join } from 'node:path'

// Node.js 20 has no such cache.
module.enableCompileCache?.(join(import.meta.dirname, '../node_modules/.cache/powernode'))
await import('./powernode.ts')
