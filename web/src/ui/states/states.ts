import type { States, StateTone } from '../../states'
import { formatCode } from '../format'

// Found here rather than in `feature.tsx`, so that they load with the first page that shows a state instead of with the app.
const found = import.meta.glob<States>(
  [
    '../../../../modules/*/domains/*/web/states.ts',
    '../../../../extensions/*/domains/*/web/states.ts',
  ],
  { eager: true, import: 'default' },
)

type Style = { tone: StateTone; label: string }

/** Merges the states of domains. Throws if two of them show the same state differently. */
export function mergeStates(all: Record<string, States>): Map<string, Style> {
  const merged = new Map<string, Style & { path: string }>()
  for (const [path, states] of Object.entries(all)) {
    for (const [state, style] of Object.entries(states)) {
      const { tone, label = formatCode(state) } =
        typeof style === 'string' ? { tone: style } : style
      const other = merged.get(state)
      if (other && (other.tone !== tone || other.label !== label))
        throw new Error(`${other.path} and ${path} show the state ${state} differently`)
      merged.set(state, { tone, label, path })
    }
  }
  return merged
}

/** How every state is shown, including those of modules that are not loaded. */
export const states = mergeStates(found)

/** What people call a state: "Past due". */
export const stateLabel = (state: string): string => states.get(state)?.label ?? formatCode(state)

export const stateTone = (state: string): StateTone => states.get(state)?.tone ?? 'idle'
