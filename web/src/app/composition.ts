import { isLoaded } from '../installation'
import { compose } from './compose'
import { features } from './features'

/** What the web app of this installation is made of. */
export const composition = compose(
  Object.values(features).filter(({ module }) => module === undefined || isLoaded(module)),
)
