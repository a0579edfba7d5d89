import {
  Anchor,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Stepper,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { isFailure } from '~/api'
import { FormProblem, useApiForm } from '~/ui/form'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { usePageTitle } from '~/ui/usePageTitle'
import classes from './api_keys.module.css'
import { type ApiKeyValues, type ApiKeyWithSecret, createApiKey } from './queries'
import { Review } from './Review'
import { requireScope, ScopePicker } from './ScopePicker'

/** Loaded with its step: number inputs are larger than the rest of the page. */
const LimitFields = lazy(async () => ({
  default: (await import('./LimitFields')).LimitFields,
}))
const ShownOnce = lazy(() => import('./ShownOnce'))

/** The fields of each step. The last step only shows their values. */
const steps = [
  { label: 'Name', fields: ['name', 'description', 'environment'] },
  { label: 'Scopes', fields: ['scopes'] },
  {
    label: 'Limits',
    fields: ['expires_at', 'allowed_ips', 'rate_limit_per_minute', 'monthly_quota'],
  },
  { label: 'Review', fields: [] },
] as const
const LAST = steps.length - 1

const initialValues: ApiKeyValues = {
  name: '',
  description: '',
  environment: 'live',
  scopes: [],
  expires_at: '',
  allowed_ips: '',
  rate_limit_per_minute: '',
  monthly_quota: '',
}

export function NewApiKeyPage() {
  usePageTitle('Create key')
  const navigate = useNavigate()
  const [step, setStep] = useState(0)
  const [created, setCreated] = useState<ApiKeyWithSecret | null>(null)
  const api = useApiForm<ApiKeyValues, ApiKeyWithSecret>({
    initialValues,
    validate: { name: isNotEmpty('Enter a name.'), scopes: requireScope },
    submit: (values) =>
      createApiKey(values).catch((error) => {
        const invalid = isFailure(error) ? Object.keys(error.fields) : []
        const at = steps.findIndex(({ fields }) => fields.some((field) => invalid.includes(field)))
        if (at >= 0) setStep(at)
        throw error
      }),
    onDone: setCreated,
  })
  const { form } = api
  useLeaveGuard(form.isDirty() && !created)

  const isValid = (at: number) =>
    !steps[at]?.fields.map((field) => form.validateField(field)).some(({ hasError }) => hasError)
  const goToStep = (to: number) => {
    for (let at = step; at < to; at++) if (!isValid(at)) return setStep(at)
    setStep(to)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (step < LAST) goToStep(step + 1)
        else api.onSubmit(event)
      }}
    >
      <Stack gap="lg" maw={720}>
        <nav aria-label="Breadcrumb">
          <Anchor
            size="sm"
            className={classes.back}
            renderRoot={(props) => <Link to="/api_keys" {...props} />}
          >
            <IconChevronLeft size={14} aria-hidden /> API keys
          </Anchor>
        </nav>
        <Title order={1}>Create key</Title>
        <Stepper
          active={step}
          onStepClick={goToStep}
          size="xs"
          iconSize={26}
          className={classes.steps}
        >
          {steps.map(({ label }, at) => (
            <Stepper.Step
              key={label}
              label={label}
              {...(at === step && { 'aria-current': 'step' as const })}
            />
          ))}
        </Stepper>
        <FormProblem problem={api.problem} />
        {step === 0 && <NameFields api={form} />}
        {step === 1 && (
          <ScopePicker
            selected={form.values.scopes}
            onChange={(scopes) => form.setFieldValue('scopes', scopes)}
            error={form.errors.scopes}
          />
        )}
        {step === 2 && (
          <Stack gap="md" maw={480}>
            <Suspense>
              <LimitFields form={form} />
            </Suspense>
          </Stack>
        )}
        {step === LAST && <Review values={form.values} />}
        <Group className={classes.footer} justify="space-between">
          <Button variant="default" disabled={step === 0} onClick={() => setStep(step - 1)}>
            Back
          </Button>
          <Button type="submit" loading={api.busy}>
            {step === LAST ? 'Create key' : 'Continue'}
          </Button>
        </Group>
      </Stack>
      <Suspense>
        {created && (
          <ShownOnce
            apiKey={created}
            onDone={() => void navigate({ to: '/api_keys/$id', params: { id: created.id } })}
          />
        )}
      </Suspense>
    </form>
  )
}

type FormOf = ReturnType<typeof useApiForm<ApiKeyValues, ApiKeyWithSecret>>['form']

function NameFields({ api: { getInputProps } }: { api: FormOf }) {
  return (
    <Stack gap="md" maw={480}>
      <TextInput
        label="Name"
        description="What the key is for."
        required
        maxLength={100}
        autoFocus
        {...getInputProps('name')}
      />
      <Textarea
        label="Description"
        description="Optional. What uses it, and who to contact."
        rows={2}
        maxLength={500}
        {...getInputProps('description')}
      />
      <Stack gap={4}>
        <Text size="sm" fw={500} id="environment">
          Environment
        </Text>
        <SegmentedControl
          aria-labelledby="environment"
          data={[
            { value: 'live', label: 'Live' },
            { value: 'test', label: 'Test' },
          ]}
          {...getInputProps('environment')}
        />
        <Text size="xs" c="dimmed">
          A label in the key itself. Live and test keys have the same access.
        </Text>
      </Stack>
    </Stack>
  )
}
