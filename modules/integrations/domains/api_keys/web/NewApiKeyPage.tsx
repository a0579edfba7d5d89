import { Anchor, Button, Group, Input, SegmentedControl, Stack, Title } from '@mantine/core'
import { isNotEmpty } from '@mantine/form'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { FormProblem, useApiForm } from '~/ui/form'
import { LearnMore } from '~/ui/LearnMore'
import { SettingsSection } from '~/ui/SettingsLayout'
import { useLeaveGuard } from '~/ui/useLeaveGuard'
import { usePageTitle } from '~/ui/usePageTitle'
import classes from './api_keys.module.css'
import { LimitFields } from './LimitFields'
import { NameFields } from './NameFields'
import { type ApiKeyValues, type ApiKeyWithSecret, createApiKey } from './queries'
import { requireScope, ScopePicker } from './ScopePicker'

const ShownOnce = lazy(() => import('./ShownOnce'))

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
  const [created, setCreated] = useState<ApiKeyWithSecret | null>(null)
  const api = useApiForm<ApiKeyValues, ApiKeyWithSecret>({
    initialValues,
    validate: { name: isNotEmpty('Enter a name.'), scopes: requireScope },
    submit: createApiKey,
    onDone: setCreated,
  })
  const { form } = api
  useLeaveGuard(form.isDirty() && !created)
  return (
    <form noValidate onSubmit={api.onSubmit}>
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
        <Group gap="xs" align="baseline">
          <Title order={1}>Create key</Title>
          <LearnMore />
        </Group>
        <FormProblem problem={api.problem} />
        <SettingsSection title="Key">
          <Stack gap="md" maw={480}>
            <NameFields form={form} autoFocus />
            <Input.Wrapper
              label="Live or test key"
              labelElement="div"
              labelProps={{ id: 'environment' }}
              description={`The key starts with pk_${form.values.environment}_, so you can tell keys apart. Live and test keys have the same access.`}
            >
              <SegmentedControl
                fullWidth
                mb={5}
                aria-labelledby="environment"
                data={[
                  { value: 'live', label: 'Live' },
                  { value: 'test', label: 'Test' },
                ]}
                {...form.getInputProps('environment')}
              />
            </Input.Wrapper>
          </Stack>
        </SettingsSection>
        <SettingsSection title="Scopes" description="What the key can do.">
          <ScopePicker
            selected={form.values.scopes}
            onChange={(scopes) => form.setFieldValue('scopes', scopes)}
            error={form.errors.scopes}
          />
        </SettingsSection>
        <SettingsSection title="Limits" description="Optional. You can change them later.">
          <Stack gap="md" maw={480}>
            <LimitFields form={form} />
          </Stack>
        </SettingsSection>
        <Group className={classes.footer} justify="flex-end" gap="xs">
          <Button variant="default" renderRoot={(props) => <Link to="/api_keys" {...props} />}>
            Cancel
          </Button>
          <Button type="submit" loading={api.busy}>
            Create key
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
