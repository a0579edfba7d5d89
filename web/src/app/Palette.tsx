import '@mantine/spotlight/styles.layer.css'
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { IconLogout, IconMoon, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMe } from '../session'
import { composition } from './composition'
import { destinations } from './navigation'
import { useCreateActions, useSwitchActions } from './paletteActions'
import { useGlobalActions } from './useGlobalActions'
import { useRecords } from './useRecords'

/** ⌘K: pages, common actions, and records by name. Opens each time `openCount` increases. */
export default function Palette({ openCount }: { openCount: number }) {
  useEffect(() => {
    if (openCount) spotlight.open()
  }, [openCount])
  const [search, setSearch] = useState('')
  const matches = (action: SpotlightActionData) =>
    `${action.label} ${action.keywords ?? ''}`.toLowerCase().includes(search.trim().toLowerCase())
  const groups = [
    { group: 'Pages', actions: usePages().filter(matches) },
    { group: 'Actions', actions: useCommonActions().filter(matches) },
    ...useRecords(search),
  ]
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      query={search}
      onQueryChange={setSearch}
      // Groups are filtered above; server results must not be filtered again.
      filter={(_, actions) => actions}
      nothingFound="No results"
      shortcut={null}
      scrollable
      centered={false}
      yOffset="12dvh"
      overlayProps={{ blur: 0 }}
      maxHeight={420}
      attributes={{ content: { 'aria-label': 'Search' } }}
      searchProps={{
        leftSection: <IconSearch size={17} aria-hidden />,
        placeholder: 'Search pages, records and actions',
        'aria-label': 'Search pages, records and actions',
        onKeyDown: (event) => {
          if (event.key === 'Enter') runFirst(event.currentTarget)
        },
      }}
    />
  )
}

/** Enter runs the first result if none is selected. */
function runFirst(input: HTMLElement) {
  const dialog = input.closest('[role="dialog"]')
  if (dialog?.querySelector('[data-action][data-selected]')) return
  dialog?.querySelector<HTMLElement>('[data-action]')?.click()
}

function usePages(): SpotlightActionData[] {
  const { permissions } = useMe()
  const navigate = useNavigate()
  return destinations(permissions).map(({ label, to, icon: Icon }) => ({
    id: to,
    label,
    leftSection: <Icon size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to }),
  }))
}

function useCommonActions(): SpotlightActionData[] {
  const { toggleTheme, signOutAndLeave } = useGlobalActions()
  return [
    ...useCreateActions(),
    ...useSwitchActions(),
    {
      id: 'theme',
      label: 'Switch theme',
      keywords: 'dark light',
      icon: IconMoon,
      run: toggleTheme,
    },
    ...composition.actions.map((action) => ({ id: action.label, ...action })),
    {
      id: 'sign-out',
      label: 'Sign out',
      keywords: 'log out',
      icon: IconLogout,
      run: signOutAndLeave,
    },
  ].map(({ icon: Icon, run, ...action }) => ({
    ...action,
    leftSection: <Icon size={17} stroke={1.7} aria-hidden />,
    onClick: () => void run(),
  }))
}
