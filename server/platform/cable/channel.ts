import type { Ctx } from '../db/context.ts'

type Params = Record<string, unknown>
type Reply = Record<string, unknown>

/** A channel of a domain. Rights are looked up, never assumed: no stream means the subscription is rejected. */
export interface Channel {
  /** The stream these parameters stand for, or undefined when this caller may not hear it. */
  stream(ctx: Ctx, params: Params): Promise<string | undefined> | string | undefined
  /** Sent to the subscriber alone once it is confirmed. */
  greeting?(ctx: Ctx, params: Params): Reply
  /** What clients may ask for, by name; the answer goes to the asker alone. */
  actions?: Record<string, (ctx: Ctx, data: Params) => Promise<Reply> | Reply>
}

/** Channel class name, as clients know it, to channel. */
export type Channels = Readonly<Record<string, Channel>>
