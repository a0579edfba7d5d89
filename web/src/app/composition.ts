import { isLoaded } from '../installation'
import { compose } from './compose'
import { features } from './features'

/** The merged features of this installation. */
export const composition = compose(
  Object.values(features).filter(({ module }) => module === undefined || isLoaded(module)),
)
