import { Burger, Group } from '@mantine/core'
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
import { PageNotices } from './PageNotices'
import { SearchButton } from './SearchButton'
import { SessionBanners } from './SessionBanners'
import classes from './shell.module.css'
import { useShortcuts } from './shortcuts'
import { UnverifiedBanner } from './UnverifiedBanner'
import { useMenu } from './useMenu'
import { useRememberPages } from './useRememberPages'

const DiscardDialog = lazy(() => import('../ui/DiscardDialog'))
const ShortcutHelp = lazy(() => import('./ShortcutHelp'))

/** The frame of every page. In plain elements, as Mantine's `AppShell` would add 9 kB to the first load of each. */
export function Shell() {
  const me = useMe()
  const menu = useMenu()
  const [helpOpen, help] = useDisclosure(false)
  const isDiscardOpen = useIsDiscardOpen()
  useShortcuts(help.open)
  useRememberPages()
  return (
    <div className={classes.shell}>
      <a href="#content" className="skip" inert={menu.covers}>
        Skip to content
      </a>
      <header className={classes.header} inert={menu.covers}>
        <Group gap="xs" wrap="nowrap" flex={1} miw={0}>
          <Burger
            hiddenFrom="sm"
            size="sm"
            ref={menu.openButton}
            opened={menu.opened}
            onClick={menu.open}
            aria-label="Menu"
            aria-expanded={menu.opened}
          />
          <SearchButton />
        </Group>
        <Group gap={4} wrap="nowrap">
          <FeatureParts of={composition.topBar} />
          <AccountMenu onHelp={help.open} />
        </Group>
      </header>
      <nav
        ref={menu.menu}
        className={classes.navbar}
        data-opened={menu.opened || undefined}
        aria-label="Main"
        inert={menu.hidden}
      >
        <div className={classes.brandRow}>
          <Link
            to="/"
            className={classes.brand}
            aria-label={`${installation.system_name}, home`}
            onClick={menu.close}
          >
            <Logo /> <span>{installation.system_name}</span>
          </Link>
          <Burger
            hiddenFrom="sm"
            size="sm"
            ref={menu.closeButton}
            opened
            onClick={menu.close}
            aria-label="Close menu"
          />
        </div>
        <AccountSwitcher />
        <NavigationLinks onFollow={menu.close} />
      </nav>
      <main id="content" tabIndex={-1} className={classes.main} inert={menu.covers}>
        <SessionBanners />
        {!me.email_verified && !me.impersonator && <UnverifiedBanner />}
        <PageNotices />
        <Outlet />
      </main>
      <Suspense>
        {isDiscardOpen && <DiscardDialog />}
        {helpOpen && <ShortcutHelp onClose={help.close} />}
      </Suspense>
    </div>
  )
}
