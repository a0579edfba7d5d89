import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import classes from './Secret.module.css'

type Props = {
  label: string
  value: string
  onSaved(): void
}

/** A secret that is shown this once: the person copies it and says so before it goes. */
export function Secret({ label, value, onSaved }: Props) {
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text fw={500}>{label}</Text>
      <code className={classes.value}>{value}</code>
      <Text size="sm" c="dimmed">
        It is not shown again. Keep it where you keep other secrets.
      </Text>
      <Group gap="xs">
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
              onClick={copy}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onSaved}>I saved it</Button>
      </Group>
    </Stack>
  )
}
