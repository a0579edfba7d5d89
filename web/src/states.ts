/** What a state means to whoever reads it; the colour of its pill. */
export type StateTone = 'good' | 'wait' | 'bad' | 'info' | 'idle'

/** How a state is shown. Without a label by its name: `past_due` is "Past due". */
export type StateStyle = StateTone | { tone: StateTone; label: string }

export type States = Record<string, StateStyle>

/**
 * The default export of `web/states.ts` of a domain: how its states are shown. The type lists them, such as
 * `Invitation['status']`, so that a state that is added to the API does not compile without a tone.
 */
export const defineStates = <State extends string>(states: Record<State, StateStyle>): States =>
  states
