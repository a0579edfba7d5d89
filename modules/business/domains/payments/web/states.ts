import { defineStates } from '~/states'
import type { GatewayCall } from './admin_queries'

/** The displayed state of a call of a gateway: what it answered, or when it is asked. */
export function callState({ status, outcome }: Pick<GatewayCall, 'status' | 'outcome'>) {
  if (status === 'lost') return 'call_lost'
  if (status === 'queued' || status === 'running') return 'call_open'
  if (outcome === 'succeeded' || outcome === 'processing') return outcome
  if (outcome === 'action_needed') return 'requires_action'
  return outcome ? (`call_${outcome}` as const) : 'call_dropped'
}

export default defineStates<ReturnType<typeof callState> | GatewayCall['status']>({
  queued: 'wait',
  running: 'info',
  done: 'good',
  lost: 'bad',
  succeeded: 'good',
  processing: 'info',
  requires_action: 'wait',
  call_open: { tone: 'wait', label: 'Waiting' },
  call_lost: { tone: 'wait', label: 'No answer yet' },
  call_declined: { tone: 'bad', label: 'Declined' },
  call_rejected: { tone: 'bad', label: 'Rejected' },
  call_unreachable: { tone: 'bad', label: 'No answer' },
  call_not_found: { tone: 'bad', label: 'Not known there' },
  call_dropped: { tone: 'idle', label: 'Not needed' },
})
