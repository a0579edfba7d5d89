import type { Permission } from '@powernode/contract/names.ts'
import { type ApiPage, type ApiResult, countRows, type Me } from './api'
import type { HealthPart, Link, Ordered } from './feature'
import { formatCount } from './ui/format'
import type { Trend } from './ui/MetricCard'

/** Shown only to users with all of these permissions. */
type Restricted = { needs?: Permission | readonly Permission[] }

/** How urgent a notice is, the most urgent first, in the words of alerts. */
export const urgencies = ['critical', 'high', 'medium', 'low'] as const
export type Urgency = (typeof urgencies)[number]

/** Something that needs attention, and a link to exactly its rows. */
export type Notice = Link & { urgency: Urgency; text: string; link: string }

/** A check of the home page, which shows the notices it returns. */
export type AttentionItem = Ordered &
  Restricted & {
    /** The query key of the result. Its first part is the resource, whose changes refetch it. */
    key: string[]
    /** A channel of `/cable` whose messages also refetch it. */
    channel?: { name: string; ofAccount?: true }
    /** A component whose problem its notices explain, so that the problem is not listed twice. */
    explains?: HealthPart
    check: (signal: AbortSignal, me: Me) => Promise<Notice | Notice[] | null>
  }

/** A figure, linked to its rows. Those that need a permission `admin.*` are about the whole server. */
export type HomeFigure = Ordered &
  Restricted &
  Omit<Link, 'search'> & {
    label: string
    /** Explains what is counted. */
    definition: string
    search?: () => Record<string, string>
    /** The query key of the figure. */
    key: string[]
    read: (signal: AbortSignal) => Promise<Figure>
  }
/** A text is shown unchanged. The trend is shown beside it, with the change against the period before. */
export type Figure = { value: number | string; trend?: Trend }

/** A step of the checklist for new users, which ticks itself. */
export type FirstStep = Ordered &
  Restricted &
  Link & {
    label: string
    /** Why one should. */
    reason: string
    /** The query key of whether it is done. */
    key: string[]
    done: (signal: AbortSignal, me: Me) => Promise<boolean>
  }

/** What a domain adds to the home page. */
export type Home = {
  /** The optional module of the domain. It adds nothing while that module is not loaded. */
  module?: string
  attention?: readonly AttentionItem[]
  figures?: readonly HomeFigure[]
  steps?: readonly FirstStep[]
}

/** The default export of `web/home.ts` of a domain, which is loaded with the home page. */
export const defineHome = (home: Home): Home => home

/** The filter of a list for rows of the last seven days, today included. */
export const ofLastWeek = () => ({
  date_from: new Date(Date.now() - 6 * 24 * 3600_000).toISOString().slice(0, 10),
})

type RowsNotice = Omit<Notice, 'text'> & {
  /** After the number: "user is locked" and "users are locked". */
  one: string
  many: string
}

/** A notice with the number of rows, which a call for the smallest page returns; null without rows. */
export async function rowsNotice(
  call: Promise<ApiResult<ApiPage<unknown>>>,
  { one, many, ...notice }: RowsNotice,
): Promise<Notice | null> {
  const count = await countRows(call)
  return count === 0
    ? null
    : { ...notice, text: `${formatCount(count)} ${count === 1 ? one : many}.` }
}
