import type { TObject, TSchema } from 'typebox'

export interface PermissionDefinition {
  /** What it allows, as shown where permissions are assigned. */
  description: string
  /** Roles that have it by default, besides owners and administrators, who have all permissions of their kind. */
  roles?: readonly string[]
  /** Whether it can be delegated to users of another account; true by default. Never for `admin.*` and `system.*`. */
  delegable?: boolean
  /** Whether an API key can have it; true by default. Never for `admin.*` and `system.*`. */
  byKey?: boolean
}

export interface RoleDefinition {
  display_name: string
  description: string
  role_type: 'user' | 'admin' | 'system'
  /** It has every permission of these kinds. */
  holds?: readonly ('resource' | 'admin' | 'system')[]
  /** Permissions of other domains that it has, besides those that name this role themselves. */
  permissions?: readonly string[]
}

export interface EventDefinition {
  description: string
  data: TObject
  /** Emitted only in the accounts of platform administrators. */
  administratorsOnly?: true
}

export interface JobDefinition {
  input: TSchema
  queue: string
  /**
   * Attempts after the first one fails. The delay doubles from 5 s to 30 min. Failures of external services have their
   * own retry schedules; these retries are for failures of this installation.
   */
  retries: number
  /** A handler that runs longer is abandoned and the attempt counts as failed. */
  timeoutSeconds: number
  /** Cron, UTC. */
  schedule?: string
  /** Jobs with the same value in this field of their input: how many may run at once. One per queue. */
  share?: { by: string; atOnce: number }
}

export interface QueueDefinition {
  /** How many slots of a worker it gets relative to other queues that have jobs; 1 by default. */
  weight?: number
}

export interface ErrorDefinition {
  /** HTTP status. */
  status: number
  /** The default message. */
  says: string
  /** It reveals that a guessed secret is wrong; throttles of guesses count it. */
  wrongGuess?: boolean
}

export interface ThrottleDefinition {
  points: number
  /** Seconds. */
  duration: number
  /** Counts only wrong secrets (`Failure.wrongGuess`); otherwise every call. */
  of?: 'guesses'
  /** The setting in which an administrator sets the limit. */
  setting?: string
  /** Counts each calling user separately, in addition to the IP address. */
  perPerson?: true
}

/** A class of routes whose calls are limited separately, for each account by its tier. */
export interface RateDefinition {
  /** Calls per minute; the tier decides how large a burst above it may be. The tier `unlimited` has no limit. */
  perMinute: { free: number; starter: number; professional: number; business: number }
  /** What a call costs of the account's other limits; a read costs 1. With 0, no other limit counts it. */
  weight: number
  /** The setting in which an administrator sets the limit of every tier. */
  setting?: string
}

/** What a process counts for Prometheus, as `powernode_<name>_total`. */
export interface CounterDefinition {
  counts: string
  /** The label; it must have few values. */
  by: string
}

/** Why security notifications cannot be disabled. */
export const ALWAYS_ON_FOR_SAFETY =
  'Someone else may have caused it, so this notification is always sent.'
/** Why an email of this kind cannot be enabled. */
export const SENT_AS_OWN_MAIL = 'A separate email is always sent.'

/** A kind of notification, as shown on the preferences page. */
export interface NotificationDefinition {
  /** Users without this permission are not shown it. */
  needs?: string
  category: string
  label: string
  description: string
  /** The default of each channel. */
  in_app: boolean
  mail: boolean
  /** Channels that cannot be changed, each with the reason shown to the user. */
  fixed?: { in_app?: string; mail?: string }
}

export type Level = 'low' | 'medium' | 'high' | 'critical'

/** Groups that the summaries of the audit log count. */
export type AuditGroup =
  | 'suspicious'
  | 'security'
  | 'admin'
  | 'data_access'
  | 'retention'
  | 'data_export'
  | 'data_deletion'

/** An audited action. */
export interface AuditKind {
  /** How likely it is part of an attack. By default, it follows from the verb. */
  risk?: Level
  /** How much it matters; same as `risk` by default. */
  severity?: Level
  /** Its weight in the risk analysis. */
  threat?: 'high' | 'medium' | 'low'
  of?: readonly AuditGroup[]
  /** Done by someone who is not known: `user` is then whom it concerns. */
  anonymous?: true
}

/** What a domain declares by name, as data alone: every process may read it. */
export interface Contract {
  /** `<resource>.<verb>` acts within the caller's account, `admin.…` across accounts, `system.…` belongs to workers. */
  permissions?: Record<string, PermissionDefinition>
  /** Built-in roles of every account. */
  roles?: Record<string, RoleDefinition>
  /** `<noun>.<past verb>`: events that changes emit. */
  events?: Record<string, EventDefinition>
  jobs?: Record<string, JobDefinition>
  /** Queues of its jobs. */
  queues?: Record<string, QueueDefinition>
  errors?: Record<string, ErrorDefinition>
  throttles?: Record<string, ThrottleDefinition>
  /** Rate classes of its routes. */
  rates?: Record<string, RateDefinition>
  counters?: Record<string, CounterDefinition>
  /** What a plan can limit, with the plural noun for messages. */
  limits?: Record<string, { counts: string }>
  /** Kinds of notifications. */
  notifications?: Record<string, NotificationDefinition>
  /** `<noun>.<past verb>`: what it writes to the audit log, and how it is rated. */
  audit?: Record<string, AuditKind>
}

/** Keeps the exact type of the declaration, which `Registry` includes. */
export const declare = <const C extends Contract>(contract: C): C => contract
