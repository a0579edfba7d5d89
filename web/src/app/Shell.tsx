import { AppShell, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { installation } from '../installation'
import { useMe } from '../session'
import { useIsDiscardOpen } from '../ui/discard'
import { FeatureParts } from '../ui/FeatureParts'
import { Logo } from '../ui/Logo'
import { AccountMenu } from './AccountMenu'
import { AccountSwitcher } from './AccountSwitcher'
import { composition } from './composition'
import { NavigationLinks } from './NavigationLinks'
import { SearchButton } from './SearchButton'
import { SessionBanners } from './SessionBanners'
import classes from './shell.module.css'
import { useShortcuts } from './shortcuts'
import { UnverifiedBanner } from './UnverifiedBanner'
import { useRememberPages } from './useRememberPages'

const DiscardDialog = lazy(() => import('../ui/DiscardDialog'))
const ShortcutHelp = lazy(() => import('./ShortcutHelp'))

export function Shell() {
  const me = useMe()
  const [menuOpen, { toggle, close }] = useDisclosure(false)
  const [helpOpen, help] = useDisclosure(false)
  const isDiscardOpen = useIsDiscardOpen()
  useShortcuts(help.open)
  useRememberPages()
  return (
    <AppShell
      layout="alt"
      header={{ height: 52 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={{ base: 'md', sm: 'lg' }}
    >
      <a href="#content" className="skip">
        Skip to content
      </a>
      <AppShell.Header className={classes.header}>
        <Group gap="xs" wrap="nowrap" flex={1} miw={0}>
          <Burger
            hiddenFrom="sm"
            size="sm"
            opened={menuOpen}
            onClick={toggle}
            aria-label="Menu"
            aria-expanded={menuOpen}
          />
          <SearchButton />
        </Group>
        <Group gap={4} wrap="nowrap">
          <FeatureParts of={composition.topBar} />
          <AccountMenu onHelp={help.open} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Main">
        <div className={classes.brandRow}>
          <Link
            to="/"
            className={classes.brand}
            aria-label={`${installation.system_name}, home`}
            onClick={close}
          >
            <Logo /> <span>{installation.system_name}</span>
          </Link>
          <Burger hiddenFrom="sm" size="sm" opened onClick={close} aria-label="Close menu" />
        </div>
        <AccountSwitcher />
        <NavigationLinks onFollow={close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <SessionBanners />
        {!me.email_verified && !me.impersonator && <UnverifiedBanner />}
        <Outlet />
      </AppShell.Main>
      <Suspense>
        {isDiscardOpen && <DiscardDialog />}
        {helpOpen && <ShortcutHelp onClose={help.close} />}
      </Suspense>
    </AppShell>
  )
}
