import { createContext, useContext } from 'react'
import type { compose } from './app/compose'

type Composition = ReturnType<typeof compose>

export const CompositionContext = createContext<Composition | undefined>(undefined)

/** The merged features. From context, because pages that import them would create a cycle. */
export function useComposition(): Composition {
  const composition = useContext(CompositionContext)
  if (!composition) throw new Error('useComposition() outside the app')
  return composition
}
