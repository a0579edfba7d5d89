/** What a comment is judged by. */
export interface JudgedComment {
  /** Links that readers would see. */
  links: number
}

/** What is known of the author in the account of the article. */
export interface AuthorHistory {
  /** They moderate comments or change articles there. */
  isTrusted: boolean
  /** A comment of theirs is approved there. */
  wasApproved: boolean
  /** A comment of theirs was spam there in the last 90 days. */
  wasSpam: boolean
  /** They wrote the same text there in the last day. */
  isRepeated: boolean
  /** The account approves authors whose comments it approved before. */
  trustReturning: boolean
}

export type CommentStatus = 'pending' | 'approved' | 'rejected' | 'spam'

export interface Judgement {
  status: CommentStatus
  /** For moderators; null if there is nothing to say. */
  reason: string | null
}

export const SPAM_MEMORY_DAYS = 90
export const BAN_DAYS = 30
const BANNING_MARKS = 3
const MANY_LINKS = 2

/** Whether a comment is shown, waits for a moderator, or is spam. */
export function judge({ links }: JudgedComment, history: AuthorHistory): Judgement {
  const { isTrusted, wasApproved, wasSpam, isRepeated, trustReturning } = history
  if (isTrusted) return { status: 'approved', reason: null }
  if (wasApproved && !wasSpam && links < MANY_LINKS) {
    return trustReturning
      ? { status: 'approved', reason: 'The author’s earlier comments were approved' }
      : { status: 'pending', reason: null }
  }
  if (links >= MANY_LINKS) return { status: 'spam', reason: `It has ${links} links` }
  if (isRepeated) return { status: 'spam', reason: 'The author wrote the same within a day' }
  return { status: 'pending', reason: null }
}

const DAY = 86_400_000

/**
 * Until when somebody may not comment, because three comments were marked as spam within 30 days: 30 days from the third.
 * Null if they may. `marks` are the times of the marks.
 */
export function bannedUntil(marks: readonly Date[], now: Date): Date | null {
  const times = marks.map((mark) => mark.getTime()).sort((a, b) => a - b)
  const ends = times.flatMap((last, index) => {
    const first = times[index - (BANNING_MARKS - 1)]
    return first !== undefined && last - first <= BAN_DAYS * DAY ? [last + BAN_DAYS * DAY] : []
  })
  const end = ends.at(-1)
  return end !== undefined && end > now.getTime() ? new Date(end) : null
}
