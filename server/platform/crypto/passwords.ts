import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const SPECIAL = /[!@#$%^&*()_+\-=[\]{};':"\\|,.<>/?~`]/
const COMMON = new Set([
  'letmein',
  'iloveyou',
  'welcome',
  'monkey',
  'dragon',
  'sunshine',
  'football',
])

/**
 * Node.js has four threads for hashes, DNS look-ups, files, compression and token signatures. One stays free: otherwise
 * these wait for all hashes of a burst. More hashes than cores are no faster, and delay the thread that serves requests,
 * also while a row is locked.
 */
const MAX_HASHES_AT_ONCE = Math.min(availableParallelism(), 3)

let hashing = 0
const waiting: (() => void)[] = []

let decoy: Promise<string> | undefined

/**
 * Normalises a password before hashing and comparing: Unicode NFKC, and every space as U+0020 (RFC 8265, OpaqueString), so
 * that it does not matter how a keyboard composes characters. Case and everything else stay as typed.
 */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC').replace(/\p{Zs}/gu, ' ')
}

/** Whether a password is valid text: a NUL or an unpaired surrogate is an error of the client. */
export function isPasswordText(password: string): boolean {
  return password.isWellFormed() && !password.includes('\0')
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisePassword(password), COST))
}

export type PasswordMatch = 'same' | 'outdated' | 'different'

/**
 * Takes the same time with and without a digest, so that timing does not reveal whether a user exists. `outdated` means
 * that the digest was made before passwords were normalised and must be replaced.
 */
export async function comparePassword(
  digest: string | null,
  password: string,
): Promise<PasswordMatch> {
  decoy ??= hashPassword('no such user')
  const known = digest ?? (await decoy)
  const normal = normalisePassword(password)
  if (await matches(known, normal)) return digest === null ? 'different' : 'same'
  const asTyped = normal !== password && (await matches(known, password))
  return asTyped && digest !== null ? 'outdated' : 'different'
}

function matches(digest: string, password: string): Promise<boolean> {
  return inTurn(() => verify(digest, password))
}

async function inTurn<T>(compute: () => Promise<T>): Promise<T> {
  if (hashing < MAX_HASHES_AT_ONCE) hashing++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await compute()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else hashing--
  }
}

export async function passwordMatches(digest: string | null, password: string): Promise<boolean> {
  return (await comparePassword(digest, password)) !== 'different'
}

/** Violations of the password rules (`spec/identity.md` section 4); empty if the password is accepted. */
export function passwordProblems(password: string, minLength = 12): string[] {
  const problems: [boolean, string][] = [
    [password.length < minLength, `must have at least ${minLength} characters`],
    [password.length > 128, 'must have at most 128 characters'],
    [!/[A-Z]/.test(password), 'must have an upper-case letter'],
    [!/[a-z]/.test(password), 'must have a lower-case letter'],
    [!/\d/.test(password), 'must have a digit'],
    [!SPECIAL.test(password), 'must have a special character'],
    [/(.)\1\1/.test(password), 'must not repeat a character three times in a row'],
    [/123|abc|qwe|asd/i.test(password), 'must not contain a sequence such as 123, abc, qwe or asd'],
    [isCommon(password), 'is too easy to guess'],
  ]
  return problems.filter(([wrong]) => wrong).map(([, text]) => text)
}

function isCommon(password: string) {
  const lower = password.toLowerCase()
  if (password.length < 16 && /password|admin|user|login/.test(lower)) return true
  return COMMON.has(lower.replace(/[^a-z]/g, ''))
}
