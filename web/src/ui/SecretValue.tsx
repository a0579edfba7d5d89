import { Button, Checkbox, CopyButton, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './SecretValue.module.css'

type Props = {
  /** Title of the dialog: what has just been made. */
  title: string
  /** What it is called on the screen: "API key". */
  label: string
  value: string
  /** What to do with it, between the secret and the promise. */
  children?: ReactNode
  onDone: () => void
}

/** A dialog with a secret that is shown once: it stays until the person says that they saved it. */
export function SecretValue({ title, label, value, children, onDone }: Props) {
  const [saved, setSaved] = useState(false)
  return (
    <Modal
      opened
      size={640}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onDone}
    >
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
    </Modal>
  )
}
