import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import classes from './Checklist.module.css'
import type { useChecklist } from './useChecklist'

/** First steps, which tick themselves. */
export function Checklist({ steps, progress, dismiss }: ReturnType<typeof useChecklist>) {
  return (
    <section aria-label="Get started" className={classes.checklist}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap="xs" align="baseline">
          <Title order={2}>Get started</Title>
          <Text size="sm" c="dimmed">
            {progress} of {steps.length} done
          </Text>
        </Group>
        <Button
          variant="subtle"
          size="compact-sm"
          my={-2}
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate()}
        >
          Dismiss
        </Button>
      </Group>
      <ul>
        {steps.map(({ label, reason, to, search = {}, done }) => (
          <li key={label} data-done={done}>
            {done ? (
              <IconCircleCheckFilled size={18} role="img" aria-label="Done" />
            ) : (
              <IconCircle size={18} role="img" aria-label="To do" />
            )}
            {done ? (
              <span>{label}</span>
            ) : (
              <span>
                <Anchor inherit renderRoot={(props) => <Link to={to} search={search} {...props} />}>
                  {label}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {reason}
                </Text>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
