import { Modal, Stack, Text } from '@mantine/core'
import { Secret } from '../../ui/Secret'
import { VerifySnippet } from './VerifySnippet'

type Props = { title: string; secret: string; onSaved: () => void }

/** The signing secret and what to do with it. Stays until the person says that they saved it. */
export function NewSecret({ title, secret, onSaved }: Props) {
  return (
    <Modal
      opened
      size={640}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onSaved}
    >
      <Stack gap="lg">
        <Text>
          Every delivery is signed. Your receiver checks the signature with this secret, so that it
          believes nobody else.
        </Text>
        <Secret label="Signing secret" value={secret} onSaved={onSaved} />
        <VerifySnippet />
      </Stack>
    </Modal>
  )
}
