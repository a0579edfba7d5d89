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

const ways = [
  { value: 'http', label: 'HTTP request' },
  { value: 'tcp', label: 'TCP connection' },
  { value: 'part', label: 'Part of this installation' },
]
const places = [
  { value: 'outside', label: 'On the internet' },
  { value: 'internal', label: 'Inside our own network' },
]

/** How a service is checked: first the way, then what that way needs. */
export function TargetFields({ form, hasToken }: Props) {
  const { check_type } = form.getValues()
  return (
    <>
      <NativeSelect label="Checked by" data={ways} {...form.getInputProps('check_type')} />
      {check_type === 'part' ? (
        <NativeSelect label="Part" data={installationParts} {...form.getInputProps('part')} />
      ) : (
        <NativeSelect
          label="Where it is"
          description="Only what is inside may have a private address."
          data={places}
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
          label="Status from"
          min={100}
          max={599}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('expected_status_min')}
        />
        <NumberInput
          label="Status to"
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
          description="Optional. The beginning of the answer must contain it."
          maxLength={200}
          {...form.getInputProps('expected_text')}
        />
      )}
      <PasswordInput
        label="Bearer token"
        description={
          hasToken
            ? 'Leave it empty to keep the one that is stored.'
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
          label="Send no token any more"
          {...form.getInputProps('without_token', { type: 'checkbox' })}
        />
      )}
    </>
  )
}
