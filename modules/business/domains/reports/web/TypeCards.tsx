import { Alert, Radio, Skeleton, Switch, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useCan } from '~/session'
import { type Report, type ReportType, reportTypesQuery } from './queries'
import classes from './reports.module.css'

export type SubjectValues = Pick<Report, 'report_type' | 'all_accounts'>

/** The types of reports as cards, and whether the rows of every account are listed. */
export function TypeCards<Values extends SubjectValues>({
  form,
}: {
  form: UseFormReturnType<Values>
}) {
  const { data: types, error } = useQuery(reportTypesQuery)
  const isSeller = useCan('admin.analytics.read')
  const subjectForm = form as unknown as UseFormReturnType<SubjectValues>
  const chosen = types?.find(({ report_type }) => report_type === form.getValues().report_type)
  if (error) {
    return (
      <Alert color="red" role="alert">
        {error.message}
      </Alert>
    )
  }
  const choose = (report_type: string) => {
    const type = types?.find((one) => one.report_type === report_type)
    if (!type) return
    subjectForm.setValues({
      report_type: type.report_type,
      ...(type.all_accounts_only && { all_accounts: true }),
    })
  }
  return (
    <>
      {types ? (
        <Radio.Group
          label="Type"
          value={form.getValues().report_type}
          onChange={choose}
          error={form.errors.report_type}
        >
          <div className={classes.cards}>
            {types.map((type) => (
              <TypeCard key={type.report_type} type={type} />
            ))}
          </div>
        </Radio.Group>
      ) : (
        <Skeleton h={240} />
      )}
      {isSeller && (
        <Switch
          label="All accounts"
          description="Lists the rows of every account instead of only this one."
          checked={form.getValues().all_accounts}
          disabled={chosen?.all_accounts_only ?? false}
          error={form.errors.all_accounts}
          onChange={({ currentTarget }) =>
            subjectForm.setFieldValue('all_accounts', currentTarget.checked)
          }
        />
      )}
    </>
  )
}

function TypeCard({ type: { report_type, name, description } }: { type: ReportType }) {
  const details = useId()
  return (
    <Radio.Card
      value={report_type}
      className={classes.card}
      aria-label={name}
      aria-describedby={details}
    >
      <Radio.Indicator size="xs" className={classes.indicator} />
      <span>
        <Text component="span" size="sm" fw={600}>
          {name}
        </Text>
        <Text component="span" size="sm" c="dimmed" id={details} className={classes.description}>
          {description}
        </Text>
      </span>
    </Radio.Card>
  )
}
