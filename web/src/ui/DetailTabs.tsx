import { Skeleton, Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import classes from './DetailPage.module.css'

export type DetailTab = {
  /** Its name in the URL. */
  name: string
  label: string
  /** Rendered, and so loaded, when the tab is selected. */
  content: ReactNode
}

type Props = { label: string; tabs: DetailTab[] }

/** Tabs whose selection is in the URL as `?tab=`; the first is selected without it. */
export function DetailTabs({ label, tabs }: Props) {
  const url: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const [first] = tabs
  const selected = tabs.find(({ name }) => name === url.tab) ?? first
  // Filters and pages in the URL belong to the tab that is left.
  const select = (name: string | null) =>
    void navigate({
      to: '.',
      search: name === first?.name ? {} : { tab: name },
      replace: true,
      resetScroll: false,
    })
  return (
    <Tabs value={selected?.name ?? null} onChange={select} keepMounted={false}>
      <Tabs.List aria-label={label} className={classes.tabs}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.name} value={tab.name}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {selected && (
        <Tabs.Panel value={selected.name} className={classes.panel}>
          <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
            {selected.content}
          </Suspense>
        </Tabs.Panel>
      )}
    </Tabs>
  )
}
