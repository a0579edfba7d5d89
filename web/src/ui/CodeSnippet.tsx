import { ActionIcon, CopyButton, SegmentedControl } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './CodeSnippet.module.css'
import { Tip } from './Tip'

/** The same code in several languages, by language name. */
export function CodeSnippet({ label, code }: { label: string; code: Record<string, string> }) {
  const languages = Object.keys(code)
  const [language, setLanguage] = useState(languages[0] ?? '')
  const text = code[language] ?? ''
  return (
    <div className={classes.snippet}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          data={languages}
          value={language}
          onChange={setLanguage}
          aria-label={`${label}: language`}
        />
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Tip label={copied ? 'Copied' : 'Copy'}>
              <ActionIcon onClick={copy} aria-label={`Copy ${label}`}>
                {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
              </ActionIcon>
            </Tip>
          )}
        </CopyButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
      <section className={classes.code} tabIndex={0} aria-label={label}>
        <pre>{text}</pre>
      </section>
    </div>
  )
}
