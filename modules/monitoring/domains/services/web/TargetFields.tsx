import {
  Checkbox,
  NativeSelect,
  NumberInput,
  PasswordInput,
  SimpleGrid,
  TextInput,
} from '@mantine/core'
import type { ApiForm } from '~/ui/form'
import { visibilityToggle } from '~/ui/PasswordField'
import type { ServiceValues } from './values'
import { installationParts } from './words'

type Props = { form: ApiForm<ServiceValues>['form']; hasToken: boolean }

const checkTypes = [
  { value: 'http', label: 'HTTP request' },
  { value: 'tcp', label: 'TCP connection' },
  { value: 'part', label: 'Component of this installation' },
]
const networks = [
  { value: 'outside', label: 'Internet' },
  { value: 'internal', label: 'Internal network' },
]

/** The check type of a service, and the fields of that type. */
export function TargetFields({ form, hasToken }: Props) {
  const { check_type } = form.getValues()
  return (
    <>
      <NativeSelect label="Check type" data={checkTypes} {...form.getInputProps('check_type')} />
      {check_type === 'part' ? (
        <NativeSelect label="Component" data={installationParts} {...form.getInputProps('part')} />
      ) : (
        <NativeSelect
          label="Network"
          description="Private addresses are allowed only in the internal network."
          data={networks}
          {...form.getInputProps('kind')}
        />
      )}
      {check_type === 'tcp' && (
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            label="Host"
            required
            maxLength={253}
            placeholder="db.example.com"
            {...form.getInputProps('host')}
          />
          <NumberInput
            label="Port"
            required
            min={1}
            max={65_535}
            allowDecimal={false}
            hideControls
            {...form.getInputProps('port')}
          />
        </SimpleGrid>
      )}
      {check_type === 'http' && <HttpFields form={form} hasToken={hasToken} />}
    </>
  )
}

function HttpFields({ form, hasToken }: Props) {
  const { method, without_token } = form.getValues()
  return (
    <>
      <TextInput
        label="URL"
        type="url"
        required
        placeholder="https://example.com/health"
        {...form.getInputProps('url')}
      />
      <SimpleGrid cols={3} spacing="sm">
        <NativeSelect label="Method" data={['GET', 'HEAD']} {...form.getInputProps('method')} />
        <NumberInput
          label="Lowest accepted status"
          min={100}
          max={599}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('expected_status_min')}
        />
        <NumberInput
          label="Highest accepted status"
          min={100}
          max={599}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('expected_status_max')}
        />
      </SimpleGrid>
      {method === 'GET' && (
        <TextInput
          label="Expected text"
          description="Optional. Must appear in the first 64 kB of the response."
          maxLength={200}
          {...form.getInputProps('expected_text')}
        />
      )}
      <PasswordInput
        label="Bearer token"
        description={
          hasToken
            ? 'Leave empty to keep the stored token.'
            : 'Optional. Sent with each check, and not shown again.'
        }
        autoComplete="off"
        maxLength={2000}
        disabled={without_token}
        visibilityToggleButtonProps={visibilityToggle}
        {...form.getInputProps('bearer_token')}
      />
      {hasToken && (
        <Checkbox
          label="Remove the stored token"
          {...form.getInputProps('without_token', { type: 'checkbox' })}
        />
      )}
    </>
  )
}
