import { Kbd, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import classes from './shell.module.css'

const Palette = lazy(() => import('./Palette'))
const modifierKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl '

/** Opens ⌘K. The palette is loaded on first use. */
export function SearchButton() {
  const [openCount, setOpenCount] = useState(0)
  const open = () => setOpenCount((count) => count + 1)
  useHotkeys([
    ['mod + K', open],
    ['/', open],
  ])
  return (
    <>
      <UnstyledButton className={classes.search} onClick={open}>
        <IconSearch size={15} aria-hidden />
        <span>Search or jump to…</span>
        <Kbd size="xs" aria-hidden>
          {modifierKey}K
        </Kbd>
      </UnstyledButton>
      <Suspense>{openCount > 0 && <Palette openCount={openCount} />}</Suspense>
    </>
  )
}
