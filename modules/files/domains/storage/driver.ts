import type { Readable } from 'node:stream'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'

const RETRY_SECONDS = 30

/** A part of an object, `last` included. */
export interface BytePart {
  first: number
  last: number
}

/** What a storage can do with objects. Keys consist of `[a-z0-9_-]` and slashes. */
export interface Driver {
  /** Writes a new object. When it resolves, the object survives a power loss; if it fails, there is none. */
  write(key: string, bytes: AsyncIterable<Buffer>): Promise<void>
  /** Throws a Failure if there is no such object. */
  read(key: string, part?: BytePart): Promise<Readable>
  /** Removes an object, and what an interrupted `write` left of it. Does nothing if there is none. */
  remove(key: string): Promise<void>
  /** The size of an object in bytes; undefined if there is none. */
  sizeOf(key: string): Promise<number | undefined>
  /** The keys of all objects, in no order. */
  list(): AsyncIterable<string>
}

/** The storage cannot be used at the moment. */
export function unavailable(message: string): Failure {
  return new Failure('storage_unavailable', message, { retryAfterSeconds: RETRY_SECONDS })
}
