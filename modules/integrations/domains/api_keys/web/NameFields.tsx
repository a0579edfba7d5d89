import { Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ApiKeyValues } from './queries'

type Props = { form: UseFormReturnType<ApiKeyValues>; autoFocus?: boolean }

export function NameFields({ form: { getInputProps }, autoFocus = false }: Props) {
  return (
    <>
      <TextInput
        label="Name"
        description="What the key is for."
        required
        maxLength={100}
        data-autofocus
        autoFocus={autoFocus}
        {...getInputProps('name')}
      />
      <Textarea
        label="Description"
        description="Optional. What uses the key, and whom to contact."
        rows={2}
        maxLength={500}
        {...getInputProps('description')}
      />
    </>
  )
}
