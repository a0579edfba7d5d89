import { Tooltip } from '@mantine/core'

export default function OpenTip({ target, label }: { target: Element; label: string }) {
  return <Tooltip opened target={target as HTMLElement} label={label} multiline maw={280} />
}
