import { Button, EmptyState } from '@mantine/core'
import { IconAlertTriangle, IconMapSearch } from '@tabler/icons-react'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { isFailure } from '../api'
import { usePageTitle } from '../ui/usePageTitle'

export function NotFound() {
  usePageTitle('Page not found')
  return (
    <EmptyState component="main" py={96} icon={<IconMapSearch size={28} aria-hidden />}>
      <EmptyState.Title order={1}>Page not found</EmptyState.Title>
      <EmptyState.Description>
        The page may have moved, or the link is incorrect.
      </EmptyState.Description>
      <EmptyState.Actions>
        <Button renderRoot={(props) => <Link to="/" {...props} />}>Go home</Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}

/** Shown when a page fails to render or its code cannot be loaded. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  usePageTitle('Something went wrong')
  return (
    <EmptyState py={96} role="alert" icon={<IconAlertTriangle size={28} aria-hidden />}>
      <EmptyState.Title order={1}>Something went wrong</EmptyState.Title>
      <EmptyState.Description>
        {isFailure(error)
          ? error.message
          : 'This page could not be displayed. Your data is safe. Try again.'}
      </EmptyState.Description>
      <EmptyState.Actions>
        <Button variant="default" onClick={reset}>
          Try again
        </Button>
        <Button onClick={() => location.assign('/')}>Go home</Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
