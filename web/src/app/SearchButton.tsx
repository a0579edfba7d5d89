import { Kbd, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { MODIFIER_KEY } from '../ui/keyboard'
import classes from './shell.module.css'

const Palette = lazy(() => import('./palette/Palette'))

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
          {MODIFIER_KEY === '⌘' ? '⌘K' : `${MODIFIER_KEY} K`}
        </Kbd>
      </UnstyledButton>
      <Suspense>{opened && <Palette onClose={close} />}</Suspense>
    </>
  )
}
