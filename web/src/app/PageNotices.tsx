import { useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { permitted } from '../feature'
import { useMe } from '../session'
import { FeatureParts } from '../ui/FeatureParts'
import { composition } from './composition'

/** The notices that features show above the current page. */
export function PageNotices() {
  const { permissions } = useMe()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const here = permitted(composition.notices, permissions).filter(({ pages }) =>
    pages.some((page) => path === page || path.startsWith(`${page}/`)),
  )
  return (
    <Suspense>
      <FeatureParts of={here} />
    </Suspense>
  )
}
