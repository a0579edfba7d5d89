import { Kbd, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import classes from './shell.module.css'

const Palette = lazy(() => import('./Palette'))
const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl '

/** Opens ⌘K. The palette is fetched the first time someone asks for it and answers from then on. */
export function SearchButton() {
  const [wanted, setWanted] = useState(0)
  const ask = () => setWanted((times) => times + 1)
  useHotkeys([
    ['mod + K', ask],
    ['/', ask],
  ])
  return (
    <>
      <UnstyledButton className={classes.search} onClick={ask}>
        <IconSearch size={15} aria-hidden />
        <span>Search or jump to…</span>
        <Kbd size="xs" aria-hidden>
          {command}K
        </Kbd>
      </UnstyledButton>
      <Suspense>{wanted > 0 && <Palette wanted={wanted} />}</Suspense>
    </>
  )
}
