import { cloneElement, type HTMLAttributes, lazy, type ReactElement, Suspense } from 'react'
import { useTip } from './useTip'

const OpenTip = lazy(() => import('./OpenTip'))

const DELAY_MS = 300

type Props = {
  label: string
  /** Focus and a tap open it too: for what is said nowhere else. */
  byFocus?: boolean
  children: ReactElement<HTMLAttributes<Element>>
}

/**
 * Explains an element while the pointer is over it. What shows it is loaded with the first one, as are the tips of times.
 * Other props are passed on, so that it may stand between a menu and its button.
 */
export function Tip({ label, byFocus = false, children, ...others }: Props) {
  const { target, handlers } = useTip({ delay: DELAY_MS, byFocus })
  const isNamed = children.props['aria-label'] !== undefined
  return (
    <>
      {cloneElement(children, {
        ...others,
        ...handlers,
        ...(!isNamed && { 'aria-description': label }),
      })}
      <Suspense>{target && <OpenTip target={target} label={label} />}</Suspense>
    </>
  )
}
