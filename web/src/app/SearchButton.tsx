import { Kbd, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, type RefObject, Suspense, useRef } from 'react'
import { focusAtOnce, MODIFIER_KEY } from '../ui/keyboard'
import classes from './shell.module.css'

const Palette = lazy(() => import('./palette/Palette'))

/** Opens ⌘K. The palette is loaded on first use. */
export function SearchButton() {
  const [opened, { open: show, close }] = useDisclosure()
  const typed = useRef('')
  const open = () => {
    typed.current = ''
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
      <Suspense fallback={<TypedAhead into={typed} />}>
        {opened && <Palette typed={typed} onClose={close} />}
      </Suspense>
    </>
  )
}

/** Takes what is typed while the palette is loading, which otherwise would be lost, or run as shortcuts. */
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
