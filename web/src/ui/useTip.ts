import { type PointerEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'

type Options = {
  /** Milliseconds until it opens under the pointer. */
  delay: number
  /** Focus and a tap open it too. */
  byFocus: boolean
}

/** The element whose tip is open, and the handlers of the element. Escape, leaving it and a tap elsewhere close the tip. */
export function useTip({ delay, byFocus }: Options) {
  const [target, setTarget] = useState<Element | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const close = () => {
    clearTimeout(timer.current)
    setTarget(null)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!target) return
    const onPointerDown = (event: Event) =>
      !target.contains(event.target as Node) && setTarget(null)
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setTarget(null)
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [target])
  const handlers = {
    onPointerEnter: ({ currentTarget, pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse' && !byFocus) return
      clearTimeout(timer.current)
      timer.current = setTimeout(setTarget, delay, currentTarget)
    },
    onPointerLeave: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && close(),
    ...(byFocus && {
      onFocus: ({ currentTarget }: SyntheticEvent) => setTarget(currentTarget),
      onBlur: close,
    }),
  }
  return { target, handlers }
}
