import { ActionIcon, Button, Group, Input, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ApiForm } from '~/ui/form'
import type { PlanValues } from './queries'

type Props = { form: ApiForm<PlanValues>['form']; inUse: boolean }

const integer = { allowDecimal: false, allowNegative: false, hideControls: true } as const
const percent = {
  ...{ suffix: ' %', decimalScale: 2, max: 100 },
  ...{ allowNegative: false, hideControls: true },
} as const

/** What takes something off the price of a plan. */
export function PlanDiscounts({ form, inUse }: Props) {
  const field = (name: keyof PlanValues) => form.getInputProps(name)
  return (
    <>
      <VolumeTiers form={form} inUse={inUse} />
      <NumberInput
        label="Promotion"
        description="Off the price of each unit for those who choose the plan in its time. 0 for none."
        {...percent}
        {...field('promotional_discount_percent')}
      />
      {Number(form.getValues().promotional_discount_percent) > 0 && (
        <>
          <Group grow align="flex-start">
            <TextInput label="First day" type="date" {...field('promotional_discount_start')} />
            <TextInput label="Last day" type="date" {...field('promotional_discount_end')} />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label="Code"
              description="Empty if it needs none."
              {...field('promotional_discount_code')}
            />
            <NumberInput
              label="Periods"
              description="Empty for good."
              {...integer}
              {...field('promotional_discount_periods')}
            />
          </Group>
        </>
      )}
      <NumberInput
        label="Annual discount"
        description="Shown on price pages, for a yearly plan that you also offer. It changes no price."
        {...percent}
        {...field('annual_discount_percent')}
      />
    </>
  )
}

function VolumeTiers({ form, inUse }: Props) {
  const tiers = form.getValues().volume_discount_tiers
  const add = () =>
    form.insertListItem('volume_discount_tiers', { min_quantity: '', discount_percent: '' })
  return (
    <Input.Wrapper
      label="Volume discounts"
      description={
        inUse
          ? 'They cannot be changed, because accounts use this plan.'
          : 'Off the price of each unit, from a quantity on.'
      }
      error={form.errors.volume_discount_tiers}
    >
      <Stack gap="xs" my="xs">
        {tiers.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tier has no identity but its place.
          <Group key={index} wrap="nowrap" gap="xs">
            <NumberInput
              aria-label={`Quantity of tier ${index + 1}`}
              prefix="From "
              disabled={inUse}
              {...integer}
              {...form.getInputProps(`volume_discount_tiers.${index}.min_quantity`)}
            />
            <NumberInput
              aria-label={`Discount of tier ${index + 1}`}
              disabled={inUse}
              {...percent}
              {...form.getInputProps(`volume_discount_tiers.${index}.discount_percent`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove tier ${index + 1}`}
              disabled={inUse}
              onClick={() => form.removeListItem('volume_discount_tiers', index)}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={15} />}
          disabled={inUse}
          style={{ alignSelf: 'start' }}
          onClick={add}
        >
          Add tier
        </Button>
      </Stack>
    </Input.Wrapper>
  )
}
