import { useIsMutating } from '@tanstack/react-query'
import { CHANGING } from '../identity'
import { Shell } from './Shell'
import { Waiting } from './Waiting'

/** The signed-in area, drawn anew for whoever the person has become. */
export function SignedInFrame() {
  return useIsMutating({ mutationKey: CHANGING }) > 0 ? <Waiting /> : <Shell />
}
