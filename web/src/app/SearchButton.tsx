import { Kbd, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import classes from './shell.module.css'

const Palette = lazy(() => import('./palette/Palette'))
const modifierKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl '

/** Opens ⌘K. The palette is loaded on first use. */
export function SearchButton() {
  const [opened, { open, close }] = useDisclosure()
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
      <Suspense>{opened && <Palette onClose={close} />}</Suspense>
    </>
  )
}
