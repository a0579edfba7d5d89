import { Alert, Select, Skeleton, Switch } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useCan } from '~/session'
import { type Report, reportTypesQuery } from './queries'

export type SubjectValues = Pick<Report, 'report_type' | 'all_accounts'>

/** What a new report is about: for the seller, every account. */
export const useSubject = (): SubjectValues => ({
  report_type: 'invoices',
  all_accounts: useCan('admin.analytics.read'),
})

/** The type of a report, and whether the rows of every account are listed. */
export function SubjectFields<Values extends SubjectValues>({
  form,
}: {
  form: UseFormReturnType<Values>
}) {
  const { data: types, error } = useQuery(reportTypesQuery)
  const isSeller = useCan('admin.analytics.read')
  const subjectForm = form as unknown as UseFormReturnType<SubjectValues>
  const { report_type, all_accounts } = form.getValues()
  const chosen = types?.find((type) => type.report_type === report_type)
  if (error) {
    return (
      <Alert color="red" role="alert">
        {error.message}
      </Alert>
    )
  }
  if (!types) return <Skeleton h={80} aria-busy="true" />
  const choose = (value: string | null) => {
    const type = types.find((one) => one.report_type === value)
    if (!type) return
    subjectForm.setValues({
      report_type: type.report_type,
      ...(type.all_accounts_only && { all_accounts: true }),
    })
  }
  return (
    <>
      <Select
        label="Type"
        description={chosen?.description}
        data={types.map((type) => ({ value: type.report_type, label: type.name }))}
        allowDeselect={false}
        maxDropdownHeight={320}
        value={report_type}
        onChange={choose}
        error={form.errors.report_type}
      />
      {isSeller && (
        <Switch
          label="All accounts"
          description="Lists the rows of every account instead of only this one."
          checked={all_accounts}
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
