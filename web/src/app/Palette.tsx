import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { IconCheck, IconLogout, IconMoon, IconSearch, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, reply } from '../api'
import { useCan, useMe } from '../session'
import { open, personal } from './navigation'
import { useActions } from './useActions'

/** ⌘K: every page, the common actions, and people by name. Opens each time `wanted` grows. */
export default function Palette({ wanted }: { wanted: number }) {
  useEffect(() => {
    if (wanted) spotlight.open()
  }, [wanted])
  const [typed, setTyped] = useState('')
  const matches = (action: SpotlightActionData) =>
    `${action.label} ${action.keywords ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase())
  const groups = [
    { group: 'Pages', actions: usePages().filter(matches) },
    { group: 'Actions', actions: useCommon().filter(matches) },
    { group: 'People', actions: usePeople(typed) },
  ]
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      query={typed}
      onQueryChange={setTyped}
      // Groups are filtered above; what the server found must not be filtered again.
      filter={(_, actions) => actions}
      nothingFound="Nothing found"
      shortcut={null}
      scrollable
      centered={false}
      yOffset="12dvh"
      overlayProps={{ blur: 0 }}
      maxHeight={420}
      attributes={{ content: { 'aria-label': 'Search' } }}
      searchProps={{
        leftSection: <IconSearch size={17} aria-hidden />,
        placeholder: 'Search pages, people and actions',
        'aria-label': 'Search pages, people and actions',
        onKeyDown: (event) => {
          if (event.key === 'Enter') takeFirst(event.currentTarget)
        },
      }}
    />
  )
}

/** Enter takes the first hit when the arrows chose none. */
function takeFirst(input: HTMLElement) {
  const dialog = input.closest('[role="dialog"]')
  if (dialog?.querySelector('[data-action][data-selected]')) return
  dialog?.querySelector<HTMLElement>('[data-action]')?.click()
}

function usePages(): SpotlightActionData[] {
  const { permissions } = useMe()
  const navigate = useNavigate()
  return [...open(permissions).flatMap((group) => group.entries), ...personal].map(
    ({ label, to, icon: Icon }) => ({
      id: to,
      label,
      leftSection: <Icon size={17} stroke={1.7} aria-hidden />,
      onClick: () => void navigate({ to }),
    }),
  )
}

function useCommon(): SpotlightActionData[] {
  const { flipTheme, markAllRead, leave } = useActions()
  return [
    { id: 'theme', label: 'Switch theme', keywords: 'dark light', icon: IconMoon, run: flipTheme },
    { id: 'read', label: 'Mark all notifications as read', icon: IconCheck, run: markAllRead },
    { id: 'sign-out', label: 'Sign out', keywords: 'log out', icon: IconLogout, run: leave },
  ].map(({ icon: Icon, run, ...action }) => ({
    ...action,
    leftSection: <Icon size={17} stroke={1.7} aria-hidden />,
    onClick: () => void run(),
  }))
}

function usePeople(typed: string): SpotlightActionData[] {
  const navigate = useNavigate()
  const mayRead = useCan('users.read')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = { search, per_page: 5 }
  const { data } = useQuery({
    queryKey: ['users', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/users', { params: { query }, signal })),
    enabled: mayRead && search.length > 1,
  })
  if (typed.trim().length < 2) return []
  return (data?.data ?? []).map((user) => ({
    id: user.id,
    label: user.name,
    description: user.email,
    leftSection: <IconUser size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/users/$id', params: { id: user.id } }),
  }))
}
