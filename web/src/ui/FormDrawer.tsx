import { Button, Drawer, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { confirmDiscard, useIsDiscardOpen } from './discard'
import classes from './FormDrawer.module.css'
import { type ApiForm, FormProblem } from './form'
import { useLeaveGuard } from './useLeaveGuard'

type Props<Values> = {
  title: string
  actionLabel: string
  api: ApiForm<Values>
  onClose: () => void
  /** Width in pixels, for a wide form. */
  size?: number
  children: ReactNode
}

/** A short form in a drawer. Asks before discarding unsaved changes. */
export function FormDrawer<Values>({
  title,
  actionLabel,
  api,
  onClose,
  size = 440,
  children,
}: Props<Values>) {
  const dirty = api.form.isDirty() && !api.busy
  useLeaveGuard(dirty)
  const asking = useIsDiscardOpen()
  const close = async () => {
    if (!dirty || (await confirmDiscard())) onClose()
  }
  return (
    <Drawer
      opened
      onClose={() => void close()}
      closeOnEscape={!asking}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={api.onSubmit} noValidate>
        <Stack gap="md">
          <FormProblem problem={api.problem} />
          {children}
        </Stack>
        <Group className={classes.footer} justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => void close()}>
            Cancel
          </Button>
          <Button type="submit" loading={api.busy}>
            {actionLabel}
          </Button>
        </Group>
      </form>
    </Drawer>
  )
}
