import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { LearnMore } from './LearnMore'
import classes from './SettingsLayout.module.css'
import { usePageTitle } from './usePageTitle'

/** Layout of a settings page: one column of sections, at most 640 px wide. */
export function SettingsLayout({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title)
  return (
    <Stack gap="lg" maw={640}>
      <Group gap="xs" align="baseline">
        <Title order={1}>{title}</Title>
        <LearnMore />
      </Group>
      {children}
    </Stack>
  )
}

type SectionProps = {
  title: string
  description?: ReactNode
  /** Next to the title: a status or an action. */
  aside?: ReactNode
  children: ReactNode
}

export function SettingsSection({ title, description, aside, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Title order={2}>{title}</Title>
        {aside}
      </Group>
      {description && (
        <Text size="sm" c="dimmed" mt={2}>
          {description}
        </Text>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  )
}
