import { Button, Checkbox, CopyButton, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './SecretValue.module.css'

type Props = {
  /** Dialog title. */
  title: string
  /** Label of the secret, such as "API key". */
  label: string
  value: string
  /** Instructions, between the secret and the checkbox. */
  children?: ReactNode
  onDone: () => void
}

/** A dialog with a secret that is shown once. It stays open until the user confirms that it is saved. */
export function SecretValue({ title, label, value, children, onDone }: Props) {
  const name = label.startsWith('API') ? label : label.charAt(0).toLowerCase() + label.slice(1)
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
          Copy the {name} now and store it somewhere safe. You won’t be able to see it again.
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
