import { Button, CopyButton, Group } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import classes from './two_factor.module.css'

export function CodeList({ codes }: { codes: string[] }) {
  return (
    <ul className={classes.codes} aria-label="Backup codes">
      {codes.map((code, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: masked codes may look alike
        <li key={index}>{code}</li>
      ))}
    </ul>
  )
}

export function SaveCodesButtons({ codes }: { codes: string[] }) {
  const text = codes.join('\n')
  return (
    <Group gap="xs">
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
      <Button
        variant="default"
        leftSection={<IconDownload size={15} />}
        onClick={() => download(text)}
      >
        Download
      </Button>
    </Group>
  )
}

function download(text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
  link.download = 'powernode-backup-codes.txt'
  link.click()
  URL.revokeObjectURL(link.href)
}
