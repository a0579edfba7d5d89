import { ActionIcon, Group } from '@mantine/core'
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
} from '@tabler/icons-react'
import { Tip } from '~/ui/Tip'
import type { Format } from './typing'

const formats = [
  { format: 'heading', label: 'Heading', icon: IconHeading },
  { format: 'bold', label: 'Bold', icon: IconBold },
  { format: 'italic', label: 'Italic', icon: IconItalic },
  { format: 'link', label: 'Link', icon: IconLink },
  { format: 'list', label: 'List', icon: IconList },
  { format: 'numbers', label: 'Numbered list', icon: IconListNumbers },
  { format: 'quote', label: 'Quote', icon: IconBlockquote },
  { format: 'code', label: 'Code', icon: IconCode },
] as const satisfies { format: Format; label: string; icon: typeof IconBold }[]

/** Formats the selection of the editor. */
export function FormatBar({ onFormat }: { onFormat: (format: Format) => void }) {
  return (
    <Group gap={2} role="toolbar" aria-label="Format">
      {formats.map(({ format, label, icon: Icon }) => (
        <Tip key={format} label={label}>
          <ActionIcon aria-label={label} onClick={() => onFormat(format)}>
            <Icon size={16} />
          </ActionIcon>
        </Tip>
      ))}
    </Group>
  )
}
