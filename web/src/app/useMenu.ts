import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'

/** The menu of a phone, which covers the page: it takes the focus, Escape closes it, and its button gets the focus back. */
export function useMenu() {
  const [opened, { open, close }] = useDisclosure(false)
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const menu = useRef<HTMLDivElement>(null)
  const openButton = useRef<HTMLButtonElement>(null)
  const closeButton = useRef<HTMLButtonElement>(null)
  const covers = phone && opened
  useEffect(() => {
    if (!covers) return
    const onKey = ({ key, target }: KeyboardEvent) => {
      // What is open above the menu closes itself.
      const inMenu = target === document.body || menu.current?.contains(target as Node)
      if (key === 'Escape' && inMenu) close()
    }
    closeButton.current?.focus({ preventScroll: true })
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      openButton.current?.focus({ preventScroll: true })
    }
  }, [covers, close])
  return { opened, open, close, covers, hidden: phone && !opened, menu, openButton, closeButton }
}
