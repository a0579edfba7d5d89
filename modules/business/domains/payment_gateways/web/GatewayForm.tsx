import { NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core'
import { FormDrawer } from '~/ui/FormDrawer'
import { type ApiForm, useApiForm } from '~/ui/form'
import { visibilityToggle } from '~/ui/PasswordField'
import { toast } from '~/ui/toast'
import { changeGateway, type Gateway } from './queries'
import { type GatewayValues, gatewayChanges, gatewayValues } from './values'

const WIDTH = 520

type Props = { gateway: Gateway; onClose: () => void }

/** The settings of a gateway. Stored secrets are not shown; empty fields keep them. */
export function GatewayForm({ gateway, onClose }: Props) {
  const api = useApiForm<GatewayValues, void>({
    initialValues: gatewayValues(gateway),
    submit: async (values) => {
      const changes = gatewayChanges(gateway, values)
      if (Object.keys(changes).length > 0) await changeGateway(gateway.gateway, changes)
    },
    onDone: () => {
      toast.done(`The settings of ${gateway.name} were saved.`)
      onClose()
    },
  })
  return (
    <FormDrawer
      title={`Settings of ${gateway.name}`}
      actionLabel="Save changes"
      size={WIDTH}
      api={api}
      onClose={onClose}
    >
      <Switch
        label="Accept payments"
        description="Customers can pay with it once its credentials are complete."
        {...api.form.getInputProps('enabled', { type: 'checkbox' })}
      />
      <Switch
        label="Test mode"
        description="No real money moves. Payment methods and payments of the other mode are kept apart."
        {...api.form.getInputProps('test_mode', { type: 'checkbox' })}
      />
      {gateway.gateway === 'stripe' ? (
        <StripeFields form={api.form} gateway={gateway} />
      ) : (
        <PaypalFields form={api.form} gateway={gateway} />
      )}
    </FormDrawer>
  )
}

type FieldsProps = { form: ApiForm<GatewayValues>['form']; gateway: Gateway }

function StripeFields({ form, gateway }: FieldsProps) {
  const mode = form.getValues().test_mode ? 'test' : 'live'
  return (
    <>
      <TextInput
        label="Publishable key"
        description="For the payment form in the browser."
        placeholder={`pk_${mode}_…`}
        maxLength={255}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('publishable_key')}
      />
      <SecretField
        label="Secret key"
        description="A secret key, or a restricted key that may write customers, payment methods, intents and refunds."
        placeholder={`sk_${mode}_…`}
        lastFour={gateway.secret_key_last_four}
        {...form.getInputProps('secret_key')}
      />
      <SecretField
        label="Signing secret"
        description="Of the endpoint under Developers → Webhooks."
        placeholder="whsec_…"
        lastFour={gateway.webhook_secret_last_four}
        {...form.getInputProps('webhook_secret')}
      />
      <NumberInput
        label="Age of events"
        description="Older events are refused. Seconds, 1 to 3,600."
        min={1}
        max={3600}
        allowDecimal={false}
        {...form.getInputProps('webhook_tolerance_seconds')}
      />
    </>
  )
}

function PaypalFields({ form, gateway }: FieldsProps) {
  return (
    <>
      <TextInput
        label="Client ID"
        description="Of your app in the PayPal developer dashboard, for the same mode."
        maxLength={255}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('client_id')}
      />
      <SecretField
        label="Client secret"
        description="Of the same app."
        lastFour={gateway.client_secret_last_four}
        {...form.getInputProps('client_secret')}
      />
      <TextInput
        label="Webhook ID"
        description="Of the webhook of your app. Events are verified with it."
        maxLength={64}
        autoComplete="off"
        {...form.getInputProps('webhook_id')}
      />
    </>
  )
}

type SecretFieldProps = {
  label: string
  description: string
  placeholder?: string
  lastFour: string | null
}

function SecretField({ description, lastFour, placeholder, ...input }: SecretFieldProps) {
  return (
    <PasswordInput
      description={lastFour ? `${description} Leave empty to keep the stored one.` : description}
      placeholder={lastFour ? `•••• ${lastFour}` : (placeholder ?? '')}
      autoComplete="off"
      maxLength={255}
      visibilityToggleButtonProps={visibilityToggle}
      {...input}
    />
  )
}
