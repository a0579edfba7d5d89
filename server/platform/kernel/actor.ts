import type { QueueName } from '@powernode/contract/jobs.ts'
import type { ErrorCode } from './errors.ts'
import type { Permission } from './permissions.ts'

/** A person who is signed in. Domains add what they know of that by declaration merging. */
export interface UserActor {
  kind: 'user'
  userId: string
  permissions: ReadonlySet<Permission>
  /** What a policy withholds until the person does something, each with the failure that says what. */
  withheld: ReadonlyMap<Permission, ErrorCode>
  /** Where the person belongs, which may be another account than the context's. */
  homeAccountId: string
  /** Somebody else acts as this person. Whoever does not ask treats them as the person, and rightly so. */
  impersonation?: {
    id: string
    impersonatorId: string
  }
}

/** Who acts. Permissions are those in force at the start of the request. */
export type Actor =
  | UserActor
  | {
      kind: 'api_key'
      apiKeyId: string
      /** Who made the key and answers for it. */
      userId: string
      /** Where the maker belongs. */
      homeAccountId: string
      /** Its scopes, as far as the maker still holds them. */
      permissions: ReadonlySet<Permission>
      /** All that the maker may do. */
      rank: ReadonlySet<Permission>
    }
  | {
      kind: 'worker'
      workerId: string
      permissions: ReadonlySet<Permission>
      /** Jobs at a time and queues as an operator has set them; null and none leave it to the worker. */
      concurrency: number | null
      queues: readonly QueueName[]
    }
  | { kind: 'visitor' }
  | { kind: 'system' }
