import type { QueueName } from '@powernode/contract/jobs.ts'
import type { Authenticator } from '@powernode/server/platform/auth/authenticator.ts'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { defaultRoles, type Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { TOKEN_PREFIX } from './token.ts'

/** Authenticates worker tokens. */
export const authenticate: Authenticator = {
  kind: 'worker',
  prefix: TOKEN_PREFIX,
  async load({ platform, now }, bearer) {
    const digest = digestOf(bearer)
    // Finds the worker and records when it was last seen in one statement, because it runs on every request.
    const worker = await platform.database
      .updateTable('workers')
      .set({ last_seen_at: now() })
      .where((eb) =>
        eb.or([
          eb('token_digest', '=', digest),
          eb.and([
            eb('previous_token_digest', '=', digest),
            eb('previous_token_expires_at', '>', now()),
          ]),
        ]),
      )
      .where('status', '=', 'active')
      .returning(['id', 'concurrency', 'queues', 'token_digest', 'previous_token_expires_at'])
      .$narrowType<{ queues: QueueName[] }>()
      .executeTakeFirst()
    if (!worker) throw fail.with('unauthorized', 'Invalid worker token')
    const { id, concurrency, queues, token_digest, previous_token_expires_at } = worker
    const permissions = new Set<Permission>(defaultRoles.worker?.permissions)
    return {
      actor: { kind: 'worker', workerId: id, permissions, concurrency, queues },
      accountId: undefined,
      expiresAt:
        token_digest === digest
          ? Number.POSITIVE_INFINITY
          : (previous_token_expires_at?.getTime() ?? 0),
      dependsOn: new Set([`worker:${id}` as const]),
    }
  },
}
