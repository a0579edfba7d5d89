import type { TObject, TSchema } from 'typebox'

export interface PermissionDefinition {
  /** What it allows, for the people who give it. */
  description: string
  /** Roles that have it from the start, besides owners and administrators, who have all of their kind. */
  roles?: readonly string[]
  /** Whether people of another account may be given it; true unless said. Of `admin.*` and `system.*` none may. */
  delegable?: boolean
  /** Whether an API key may have it; true unless said. Of `admin.*` and `system.*` none may. */
  byKey?: boolean
}

export interface RoleDefinition {
  display_name: string
  description: string
  role_type: 'user' | 'admin' | 'system'
  /** It has every permission of these kinds. */
  holds?: readonly ('resource' | 'admin' | 'system')[]
  /** Permissions of other domains that it has, besides those that name it themselves. */
  permissions?: readonly string[]
}

export interface EventDefinition {
  description: string
  data: TObject
}

export interface JobDefinition {
  input: TSchema
  queue: string
  /**
   * Attempts after the first one fails, after waits that double from 5 s to 30 min. Refusals of the outside world have
   * timetables of their own; these are for trouble of this installation.
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
  /** How many slots of a worker it gets beside the others that have jobs; one unless said. */
  weight?: number
}

export interface ErrorDefinition {
  /** HTTP status. */
  status: number
  /** What it says when nothing better is known. */
  says: string
  /** It tells whoever guesses a secret that it is not right, which throttles of guesses count. */
  wrongGuess?: boolean
}

export interface ThrottleDefinition {
  points: number
  /** Seconds. */
  duration: number
  /** Counts secrets that are wrong alone (`Failure.wrongGuess`), whatever else is refused; otherwise every call. */
  of?: 'guesses'
  /** The setting in which an administrator sets the number. */
  setting?: string
  /** Counts each person who calls by themselves too, beside their address. */
  perPerson?: true
}

/** A class of routes whose calls are limited by themselves, for each account by its tier. */
export interface RateDefinition {
  /** Calls a minute, beyond which a burst goes as far as the tier allows. The tier `unlimited` has no limit. */
  perMinute: { free: number; starter: number; professional: number; business: number }
  /** What a call weighs on the account's other limits, where reading weighs 1. */
  weight: number
  /** The setting in which an administrator sets the most for every tier. */
  setting?: string
}

/** What a process counts for Prometheus, as `powernode_<name>_total`. */
export interface CounterDefinition {
  counts: string
  /** The label, whose values are few. */
  by: string
}

/** Why nobody can switch off what is told of a danger. */
export const ALWAYS_ON_FOR_SAFETY = 'Somebody else may be behind it, so you are always told.'
/** Why a mail of this kind cannot be had twice. */
export const SENT_AS_OWN_MAIL = 'A mail of its own is always sent.'

/** A kind of notification, as the page of preferences shows it. */
export interface NotificationDefinition {
  /** Whom it concerns: people without this permission are not shown it. */
  needs?: string
  category: string
  label: string
  description: string
  /** Whether people are told this way until they choose otherwise. */
  in_app: boolean
  mail: boolean
  /** Channels that nobody can change, each with the reason in words for the person. */
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

/** An audited action that deserves an eye; others are judged by their verb alone. */
export interface AuditKind {
  /** How likely it is part of an attack. */
  risk: Level
  /** How much it matters; as much as its risk unless said. */
  severity?: Level
  /** How the risk analysis weighs it. */
  threat?: 'high' | 'medium' | 'low'
  of?: readonly AuditGroup[]
}

/** What a domain declares by name, as data alone: every process may read it. */
export interface Contract {
  /** `<resource>.<verb>` acts inside the caller's account, `admin.…` across accounts, `system.…` belongs to workers. */
  permissions?: Record<string, PermissionDefinition>
  /** What every account has from the start. */
  roles?: Record<string, RoleDefinition>
  /** `<noun>.<past verb>`: what a change can announce. */
  events?: Record<string, EventDefinition>
  jobs?: Record<string, JobDefinition>
  /** Where its jobs wait. */
  queues?: Record<string, QueueDefinition>
  errors?: Record<string, ErrorDefinition>
  throttles?: Record<string, ThrottleDefinition>
  /** Classes of its routes. */
  rates?: Record<string, RateDefinition>
  counters?: Record<string, CounterDefinition>
  /** What of it a plan can limit, with the word for it in the plural. */
  limits?: Record<string, { counts: string }>
  /** What people are notified of. */
  notifications?: Record<string, NotificationDefinition>
  /** `<noun>.<past verb>`: how entries of the audit log are judged. */
  audit?: Record<string, AuditKind>
}

/** Keeps the exact type of what is declared, which `Registry` takes in. */
export const declare = <const C extends Contract>(contract: C): C => contract
