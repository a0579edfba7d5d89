import type { Ctx } from '@powernode/server/platform/db/context.ts'
import type { Upload as Body } from '@powernode/server/platform/http/upload.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DataStore, type Lock, type Locker, type RequestRelease, Upload } from '@tus/server'
import { finishUpload } from './completion.ts'
import { createUpload } from './creation.ts'
import { UploadLock } from './lock.ts'
import { receiveBytes } from './receiving.ts'
import { findUpload, requireUnexpired, UPLOAD_MS, type UploadRow } from './upload.ts'

/** The header with the id of the file of a complete upload. */
export const FILE_ID = 'powernode-file-id'

/** The uploads of an account for one request of the library, which holds one lock at a time. */
export class UploadStore extends DataStore implements Locker {
  static readonly supported = [
    'creation',
    'creation-with-upload',
    'creation-defer-length',
    'expiration',
    'termination',
  ]
  override extensions = UploadStore.supported
  /** Of the upload that the request is about. */
  uploadId: string | undefined
  /** Of its file, once it is complete. */
  fileId: string | undefined
  readonly #ctx: Ctx
  readonly #body: Body | undefined
  readonly #isNew: boolean
  #lock: UploadLock | undefined
  #stop: RequestRelease = () => {}

  constructor(ctx: Ctx, body: Body | undefined, isNew: boolean) {
    super()
    this.#ctx = ctx
    this.#body = body
    this.#isNew = isNew
  }

  newLock(id: string): Lock {
    const lock = new UploadLock(this.#ctx, id)
    this.#lock = lock
    this.uploadId = id
    return {
      lock: async (_, stop) => {
        this.#stop = stop
        // A new upload is locked when it is created.
        if (!this.#isNew) await lock.lock(stop)
      },
      unlock: () => lock.unlock(),
    }
  }

  override async create(upload: Upload): Promise<Upload> {
    const { id, size, metadata = {} } = upload
    const lock = this.#held()
    await createUpload(this.#ctx, { id, length: size, metadata }, lock.columns(this.#ctx))
    if (this.#body?.type) lock.hold(this.#stop)
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const upload = await this.#find(id)
    const { fields, length, offset, completed_at } = upload
    if (offset === length && !completed_at) {
      // A server died after the last byte was durable.
      await finishUpload(this.#ctx, { id, token: this.#held().token }, undefined)
      await this.#find(id)
    }
    const created = new Date(upload.expires_at.getTime() - UPLOAD_MS)
    return new Upload({
      ...{ id, offset, metadata: fields },
      ...(length !== null && { size: length }),
      // The library counts the expiry from here; a complete upload has none.
      creation_date: (completed_at ? this.#ctx.now() : created).toISOString(),
    })
  }

  override async write(bytes: AsyncIterable<Buffer>, id: string): Promise<number> {
    const { token } = this.#held()
    const { size, requireAccess } = this.#body ?? { size: 0, requireAccess: async () => {} }
    const offset = await receiveBytes(this.#ctx, { id, token, bytes, size, requireAccess })
    this.fileId = (await findUpload(this.#ctx, id)).file_id ?? undefined
    return offset
  }

  override async declareUploadLength(id: string, length: number): Promise<void> {
    if (length === 0) throw fail.invalid({ file: ['is empty'] })
    await this.#ctx.transaction(async (tx) => {
      tx.unaudited('the file is audited when it is complete')
      const { numUpdatedRows } = await tx
        .own('uploads')
        .update({ length, updated_at: tx.now() })
        .where('id', '=', id)
        .where('length', 'is', null)
        .where('lock_token', '=', this.#held().token)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw fail.with('upload_locked')
    })
  }

  override getExpiration(): number {
    return UPLOAD_MS
  }

  #held(): UploadLock {
    if (!this.#lock) throw new Error('the library asks without a lock')
    return this.#lock
  }

  async #find(id: string): Promise<UploadRow> {
    const upload = await findUpload(this.#ctx, id)
    requireUnexpired(this.#ctx, upload)
    this.fileId = upload.file_id ?? undefined
    return upload
  }
}
