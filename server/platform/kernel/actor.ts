import type { QueueName } from '@powernode/contract/jobs.ts'
import type { Permission } from './permissions.ts'

/** Who acts. Permissions are those in force at the start of the request. */
export type Actor =
  | {
      kind: 'user'
      userId: string
      sessionId: string
      permissions: ReadonlySet<Permission>
      /** Administration that is withheld until a second factor is turned on. */
      withheld: ReadonlySet<Permission>
      /** Whether sign-in asks for a second factor: of the impersonator, where there is one. */
      twoFactor: boolean
      /** Where the person belongs; another account than the context's while a delegation is used. */
      homeAccountId: string
      delegationId?: string
      /** Somebody else acts as this person. Whoever does not ask treats them as the person, and rightly so. */
      impersonation?: {
        id: string
        impersonatorId: string
        /** Where the impersonator belongs, and the session in which they began. */
        homeAccountId: string
        sessionId: string
      }
    }
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
