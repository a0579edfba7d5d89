import { useIsMutating } from '@tanstack/react-query'
import { IDENTITY_MUTATION } from '../identity'
import { Shell } from './Shell'
import { ShellSkeleton } from './ShellSkeleton'

/** The signed-in area. Remounted when the user impersonates or switches the account. */
export function SignedInFrame() {
  return useIsMutating({ mutationKey: IDENTITY_MUTATION }) > 0 ? <ShellSkeleton /> : <Shell />
}
