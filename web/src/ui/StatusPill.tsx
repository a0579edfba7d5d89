import classes from './StatusPill.module.css'
import { stateLabel, stateTone } from './states/states'

/** A state in the colour and words of the domain that declares it in `web/states.ts`. */
export function StatusPill({ state }: { state: string }) {
  return (
    <span className={classes.pill} data-tone={stateTone(state)}>
      {stateLabel(state)}
    </span>
  )
}
