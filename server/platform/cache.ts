import type { PlatformCtx } from './db/context.ts'
import type { Platform } from './kernel/platform.ts'

/** Data that each process reads once and keeps until a transaction calls `tx.refresh` with its name. */
export interface Cache<T> {
  of(ctx: PlatformCtx): Promise<T>
  drop(platform: Platform): void
}

/** A cache that is filled by `read` when it is first used. A failed read is not kept. */
export function openCache<T>(read: (ctx: PlatformCtx) => Promise<T>): Cache<T> {
  const kept = new WeakMap<Platform, Promise<T>>()
  return {
    of(ctx) {
      const { platform } = ctx
      const known = kept.get(platform)
      if (known) return known
      const reading = read(ctx)
      kept.set(platform, reading)
      reading.catch(() => {
        if (kept.get(platform) === reading) kept.delete(platform)
      })
      return reading
    },
    drop: (platform) => void kept.delete(platform),
  }
}
