import { expect } from 'vitest'
import type { Reply } from './client.ts'

/** Expects the error envelope with this status and code. */
export function expectRefusal(reply: Pick<Reply, 'status' | 'body'>, status: number, code: string) {
  expect({ status: reply.status, code: reply.body.code, success: reply.body.success }).toEqual({
    status,
    code,
    success: false,
  })
  expect(reply.body.error).toMatch(/\S/)
  expect(reply.body.request_id).toMatch(/^[A-Za-z0-9-]{8,64}$/)
}
