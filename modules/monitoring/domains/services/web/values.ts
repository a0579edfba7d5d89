import type { Service } from './queries'

/** Form values of a service, with the fields of all check types. */
export type ServiceValues = {
  name: string
  description: string
  check_type: Service['check_type']
  kind: Service['kind']
  url: string
  method: NonNullable<Service['method']>
  expected_status_min: number
  expected_status_max: number
  expected_text: string
  /** Empty keeps the stored token. */
  bearer_token: string
  without_token: boolean
  host: string
  port: number | string
  part: NonNullable<Service['part']>
  timeout_seconds: number
  interval_seconds: number
  failure_threshold: number
  slow_after_ms: number | string
  on_status_page: boolean
  public_name: string
  position: number
}

export const newServiceValues: ServiceValues = {
  name: '',
  description: '',
  check_type: 'http',
  kind: 'outside',
  url: '',
  method: 'GET',
  expected_status_min: 200,
  expected_status_max: 399,
  expected_text: '',
  bearer_token: '',
  without_token: false,
  host: '',
  port: '',
  part: 'database',
  timeout_seconds: 10,
  interval_seconds: 60,
  failure_threshold: 3,
  slow_after_ms: '',
  on_status_page: false,
  public_name: '',
  position: 10,
}

export function serviceValues(service: Service): ServiceValues {
  const values = Object.entries(newServiceValues).map(([field, fallback]) => {
    return [field, service[field as keyof Service] ?? fallback]
  })
  return Object.fromEntries(values) as ServiceValues
}

/** The request body, with only the fields of the check type. */
export function serviceBody(values: ServiceValues) {
  const { check_type, kind, slow_after_ms, on_status_page, position } = values
  const { timeout_seconds, interval_seconds, failure_threshold } = values
  const common = {
    name: values.name.trim(),
    description: values.description.trim() || null,
    timeout_seconds,
    interval_seconds,
    failure_threshold,
    on_status_page,
    position,
    slow_after_ms: slow_after_ms === '' ? null : Number(slow_after_ms),
    public_name: values.public_name.trim() || null,
  }
  if (check_type === 'part') {
    return { ...common, check_type, kind: 'internal' as const, part: values.part }
  }
  if (check_type === 'tcp') {
    return { ...common, check_type, kind, host: values.host.trim(), port: Number(values.port) }
  }
  const { method, expected_status_min, expected_status_max, bearer_token, without_token } = values
  return {
    ...common,
    check_type,
    kind,
    url: values.url.trim(),
    method,
    expected_status_min,
    expected_status_max,
    expected_text: (method === 'GET' && values.expected_text.trim()) || null,
    ...(bearer_token && { bearer_token }),
    ...(without_token && { bearer_token: null }),
  }
}

/** Only the changed fields of `wire`, so that the audit log lists only those. */
export function differences(service: Service, values: ServiceValues) {
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(service[field as keyof Service])
  return Object.fromEntries(Object.entries(serviceBody(values)).filter(differs)) as Partial<
    ReturnType<typeof serviceBody>
  >
}
