import type { Ctx } from '@powernode/server/platform/db/context.ts'

/** Whether a gateway is about to be asked about a record, or is being asked. One that did not answer is asked again later. */
export async function isOpenCall(ctx: Ctx, subjectId: string): Promise<boolean> {
  const call = await ctx
    .own('gateway_calls')
    .select()
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('status', 'in', ['queued', 'running'])
    .limit(1)
    .executeTakeFirst()
  return call !== undefined
}

/** Whether a gateway is being asked about the account, or will be asked again because it did not answer. */
export async function hasOpenCalls(ctx: Ctx): Promise<boolean> {
  const call = await ctx
    .own('gateway_calls')
    .select()
    .select('id')
    .where('status', '!=', 'done')
    .limit(1)
    .executeTakeFirst()
  return call !== undefined
}
