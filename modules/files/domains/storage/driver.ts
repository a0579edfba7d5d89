import type { Readable } from 'node:stream'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'

const RETRY_SECONDS = 30

/** A part of an object, `last` included. */
export interface BytePart {
  first: number
  last: number
}

/** The size of every part but the last, where a storage needs full parts. */
export const PART_BYTES = 8 * 1024 ** 2

/** An object that is written in parts, over hours and by several servers. It is JSON: its writer keeps it in a row. */
export interface PartedObject {
  key: string
  /** What the storage calls the upload, if it has a name for it. */
  upload_id: string | null
}

/** A part that is durable. Its writer keeps it, in the order of numbers, until the object is complete. */
export interface StoredPart {
  /** From 1. */
  number: number
  size: number
  /** What the storage says of its content, if anything. */
  etag: string
}

/** How a storage takes objects whose bytes arrive over several requests. */
export interface PartWriter {
  /**
   * Whether every part but the last must have exactly `PART_BYTES`: what is over must be kept elsewhere until it is one.
   * Otherwise a part has any size.
   */
  needsFullParts: boolean
  /** Nobody sees the object before `finish`. */
  start(key: string): Promise<PartedObject>
  /**
   * Writes the part that begins at byte `offset`. When it resolves, the part survives a power loss. The same number and offset
   * again replace what was written, so that a part whose answer was lost can be repeated.
   */
  put(
    object: PartedObject,
    part: { number: number; offset: number },
    bytes: Buffer,
  ): Promise<StoredPart>
  /**
   * Makes the parts an object of their sizes together. Can be repeated after an answer was lost. Fails where a storage knows
   * that a part is not what `put` returned.
   */
  finish(object: PartedObject, parts: StoredPart[]): Promise<void>
  /** Removes all parts. Does nothing if there are none. */
  abort(object: PartedObject): Promise<void>
  /**
   * Reads the first `size` bytes of an object that is not finished. Only where a former writer that does not know yet that it
   * lost the upload could have changed them: they must be hashed again.
   */
  reread?(object: PartedObject, size: number): Promise<Readable>
}

/** What a storage can do with objects. Keys consist of `[a-z0-9_-]` and slashes. */
export interface Driver {
  /** Writes a new object. When it resolves, the object survives a power loss; if it fails, there is none. */
  write(key: string, bytes: AsyncIterable<Buffer>): Promise<void>
  /** Throws a Failure if there is no such object. */
  read(key: string, part?: BytePart): Promise<Readable>
  /** Removes an object, and with `unfinished` what an interrupted upload left of it. Does nothing if there is none. */
  remove(key: string, what?: { unfinished: boolean }): Promise<void>
  /** The size of an object in bytes; undefined if there is none. */
  sizeOf(key: string): Promise<number | undefined>
  /** The keys of all objects, in no order. */
  list(): AsyncIterable<string>
  parts: PartWriter
  /**
   * An address where everyone can read the object for so long, without this server. Only where the storage is on the
   * internet.
   */
  link?(key: string, seconds: number, response: LinkedResponse): Promise<string>
}

/** Headers of the response to a link. */
export interface LinkedResponse {
  disposition: string
  type: string
}

/** The storage cannot be used at the moment. */
export function unavailable(message: string): Failure {
  return new Failure('storage_unavailable', message, { retryAfterSeconds: RETRY_SECONDS })
}
