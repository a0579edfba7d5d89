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

let decoy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** Compares in the same time whether or not there is a digest, so that a missing user cannot be told by timing. */
export async function passwordMatches(digest: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no such user')
  const matches = await verify(digest ?? (await decoy), password)
  return digest !== null && matches
}

/** What is wrong with a password, by the rules of `spec/identity.md` section 4; empty when it will do. */
export function passwordProblems(password: string, minLength = 12): string[] {
  const problems: [boolean, string][] = [
    [password.length < minLength, `must have at least ${minLength} characters`],
    [password.length > 128, 'must have at most 128 characters'],
    [!/[A-Z]/.test(password), 'must have an upper-case letter'],
    [!/[a-z]/.test(password), 'must have a lower-case letter'],
    [!/\d/.test(password), 'must have a digit'],
    [!SPECIAL.test(password), 'must have a special character'],
    [/(.)\1\1/.test(password), 'must not repeat a character three times in a row'],
    [/123|abc|qwe|asd/i.test(password), 'must not contain a run such as 123, abc, qwe or asd'],
    [isCommon(password), 'is too easy to guess'],
  ]
  return problems.filter(([wrong]) => wrong).map(([, text]) => text)
}

function isCommon(password: string) {
  const lower = password.toLowerCase()
  if (password.length < 16 && /password|admin|user|login/.test(lower)) return true
  return COMMON.has(lower.replace(/[^a-z]/g, ''))
}
