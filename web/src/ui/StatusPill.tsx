import classes from './StatusPill.module.css'

type Tone = 'good' | 'wait' | 'bad' | 'info' | 'idle'

/** The colour of every state of every resource. */
const tones: Record<string, Tone> = {
  active: 'good',
  success: 'good',
  accepted: 'good',
  on: 'good',
  this_device: 'good',
  sent: 'good',
  verified: 'good',
  delivered: 'good',
  completed: 'good',
  healthy: 'good',
  up: 'good',
  passed: 'good',
  resolved: 'good',
  ok: 'good',
  acknowledged: 'wait',
  open: 'bad',
  firing: 'bad',
  captured: 'info',
  trialing: 'info',
  info: 'info',
  low: 'idle',
  processing: 'info',
  running: 'info',
  moderate: 'wait',
  elevated: 'wait',
  medium: 'wait',
  queued: 'wait',
  deferred: 'wait',
  pending: 'wait',
  unverified: 'wait',
  expired: 'wait',
  warning: 'wait',
  paused: 'wait',
  retrying: 'wait',
  past_due: 'wait',
  incomplete: 'wait',
  warn: 'wait',
  degraded: 'wait',
  suspended: 'bad',
  revoked: 'bad',
  locked: 'bad',
  high: 'bad',
  failed: 'bad',
  down: 'bad',
  failing: 'bad',
  retries_exhausted: 'bad',
  dead_letter: 'bad',
  disabled: 'bad',
  failure: 'bad',
  error: 'bad',
  fatal: 'bad',
  critical: 'bad',
  denied: 'bad',
  void: 'bad',
  paid: 'good',
  overdue: 'bad',
  uncollectible: 'bad',
}

/** `tone` is for a state that means something else for this resource than for most. */
export function StatusPill({ state, tone }: { state: string; tone?: Tone }) {
  const text = state.replaceAll('_', ' ')
  return (
    <span className={classes.pill} data-tone={tone ?? tones[state] ?? 'idle'}>
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </span>
  )
}
