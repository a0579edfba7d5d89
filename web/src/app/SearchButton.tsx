import { Kbd, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, type RefObject, Suspense, useRef, useState } from 'react'
import { focusAtOnce, MODIFIER_KEY } from '../ui/keyboard'
import classes from './shell.module.css'

const Palette = lazy(() => import('./palette/Palette'))

/** Opens ⌘K. The palette is loaded on first use. */
export function SearchButton() {
  const [opened, { open: show, close }] = useDisclosure()
  const [ready, setReady] = useState(false)
  const typed = useRef('')
  const open = () => {
    typed.current = ''
    setReady(false)
    show()
  }
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
      {opened && !ready && <TypedAhead into={typed} />}
      <Suspense>{opened && <Palette typed={typed} onReady={setReady} onClose={close} />}</Suspense>
    </>
  )
}

/** Takes what is typed until the palette has its field, which otherwise would be lost, or run as shortcuts. */
const TypedAhead = ({ into }: { into: RefObject<string> }) => (
  <input
    ref={focusAtOnce}
    className={classes.typedAhead}
    aria-label="Search"
    onChange={(event) => {
      into.current = event.currentTarget.value
    }}
  />
)
