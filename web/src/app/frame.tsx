import {
  createRootRoute,
  createRoute,
  lazyRouteComponent as lazy,
  redirect,
} from '@tanstack/react-router'
import { restoreSession } from '../session'
import { sessionEndReason } from '../tokens'
import { composition } from './composition'
import { ShellSkeleton } from './ShellSkeleton'

export const rootRoute = createRootRoute()

/** Parent of the pages that require sign-in. Its guard runs before any of them is loaded. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed_in',
  component: lazy(loadSignedInFrame, 'SignedInFrame'),
  pendingComponent: ShellSkeleton,
  beforeLoad: async ({ location }) => {
    if (await restoreSession()) return
    const ended = sessionEndReason()
    throw redirect({ to: '/sign-in', search: { next: location.href, ...(ended && { ended }) } })
  },
})

/** Loads the shell with the parts of its top bar, so that they appear together. */
async function loadSignedInFrame() {
  const parts = Promise.all(composition.topBar.map(({ component }) => component.preload?.()))
  const { SignedInFrame } = await import('./SignedInFrame')
  await parts
  return { SignedInFrame }
}
