import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { isFailure } from '~/api'
import { PreviewLines } from './PreviewLines'
import { firstPreviewQuery, type OfferedPlan } from './queries'
import { firstInvoiceInWords } from './words'

type Props = { plan: OfferedPlan; quantity: number; code: string }

/** What the first period of a plan costs, with its discounts. */
export function FirstInvoice({ plan, quantity, code }: Props) {
  const discount_code = useDebouncedValue(code.trim(), 400)[0]
  const body = { plan_id: plan.id, quantity, ...(discount_code && { discount_code }) }
  const { data: preview, error } = useQuery({ ...firstPreviewQuery(body), retry: false })
  const text = error ? null : preview ? firstInvoiceInWords(preview) : 'Computing the amount …'
  return (
    <div role="status">
      {text && <Text fw={500}>{text}</Text>}
      {preview && preview.lines.length > 1 && <PreviewLines preview={preview} />}
      {error && (
        <Text size="sm" c="red">
          {refusalOf(error)}
        </Text>
      )}
    </div>
  )
}

/** "This code has expired." */
function refusalOf(error: Error): string {
  const [problem] = (isFailure(error) && error.fields.discount_code) || []
  return problem ? `This code ${problem}.` : error.message
}
