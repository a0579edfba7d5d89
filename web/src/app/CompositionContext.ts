import { createContext, useContext } from 'react'
import type { compose } from './compose'

type Composition = ReturnType<typeof compose>

export const CompositionContext = createContext<Composition | undefined>(undefined)

/** What the web app is made of, for pages, which are part of it themselves. */
export function useComposition(): Composition {
  const composition = useContext(CompositionContext)
  if (!composition) throw new Error('useComposition() outside the app')
  return composition
}
