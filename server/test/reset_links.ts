import { sendResetLink } from '@powernode/modules/identity/domains/sessions/recovery.ts'
import type { Platform } from '../platform/kernel/platform.ts'

/** Does the work of the worker: sends the requested links for forgotten passwords. */
export async function mailResetLinks({ pool, system }: Platform): Promise<void> {
  const { rows } = await pool.query(`update pgboss.job
    set state = 'completed', completed_on = now()
    where state = 'created' and data->>'name' = 'send_reset_link' returning data->'input' as input`)
  for (const { input } of rows) await sendResetLink(system(), input)
}
