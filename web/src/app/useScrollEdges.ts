import { type RefObject, useEffect, useState } from 'react'

/** Whether a scrolling element has content above and below of what is visible. */
export function useScrollEdges(ref: RefObject<HTMLElement | null>) {
  const [edges, setEdges] = useState({ above: false, below: false })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const { scrollTop, clientHeight, scrollHeight } = element
      setEdges({ above: scrollTop > 1, below: scrollTop + clientHeight < scrollHeight - 1 })
    }
    const observer = new ResizeObserver(measure)
    for (const observed of [element, ...element.children]) observer.observe(observed)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [ref])
  return edges
}
