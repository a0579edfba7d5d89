import type { QueueName } from '@powernode/contract/jobs.ts'
import type { ErrorCode } from './errors.ts'
import type { Permission } from './permissions.ts'

/** A signed-in user. Domains add fields by declaration merging. */
export interface UserActor {
  kind: 'user'
  userId: string
  permissions: ReadonlySet<Permission>
  /** Permissions that a policy withholds until the user meets a requirement, with the error code for it. */
  withheld: ReadonlyMap<Permission, ErrorCode>
  /** The user's home account, which can differ from the account of the context. */
  homeAccountId: string
  /** Set while this user is impersonated. Code that does not check it treats the request as the user's. */
  impersonation?: {
    id: string
    impersonatorId: string
  }
}

/** The caller of a request. Permissions are those at the start of the request. */
export type Actor =
  | UserActor
  | {
      kind: 'api_key'
      apiKeyId: string
      /** The user who created the key. */
      userId: string
      /** The home account of the creator. */
      homeAccountId: string
      /** Its scopes, without permissions that the creator no longer has. */
      permissions: ReadonlySet<Permission>
      /** All permissions of the creator. */
      rank: ReadonlySet<Permission>
    }
  | {
      kind: 'worker'
      workerId: string
      permissions: ReadonlySet<Permission>
      /** Concurrency and queues set by an operator; null and an empty list leave them to the worker. */
      concurrency: number | null
      queues: readonly QueueName[]
    }
  | { kind: 'visitor' }
  | { kind: 'system' }
