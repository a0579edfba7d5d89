import { Button, Checkbox, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './Secret.module.css'

type Props = {
  /** What it is called on the screen: "API key". */
  label: string
  value: string
  /** What to do with it, between the secret and the promise. */
  children?: ReactNode
  onDone: () => void
}

/** A secret that is shown once: copy it, say so, and it is gone. */
export function Secret({ label, value, children, onDone }: Props) {
  const [saved, setSaved] = useState(false)
  return (
    <Stack gap="md">
      <Text>
        Copy it now and keep it somewhere safe. It is shown only this once, and cannot be read
        again.
      </Text>
      <div className={classes.box}>
        <output className={classes.value} aria-label={label}>
          {value}
        </output>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
              onClick={copy}
              data-autofocus
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </div>
      {children}
      <Checkbox
        label="I saved it"
        checked={saved}
        onChange={(event) => setSaved(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!saved} onClick={onDone}>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
