import { Skeleton, Stack } from '@mantine/core'

/** Shown while a detail page loads: its breadcrumb, its name and, by their heights, the blocks below. */
export function DetailSkeleton({ blocks }: { blocks: number[] }) {
  return (
    <Stack gap="md" aria-busy="true">
      <Skeleton height={16} width={80} />
      <Skeleton height={24} width={220} />
      {blocks.map((height) => (
        <Skeleton key={height} height={height} />
      ))}
    </Stack>
  )
}
