import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { RefObject } from 'react'
import { DocumentEditor } from '~/ui/documents/DocumentEditor'
import { type PageDetail, type PageValues, pageKind, savePage } from './queries'

type Props = {
  page: PageDetail
  onDirty: (dirty: boolean) => void
  /** Gets what saves the page, for a button outside of the editor. */
  saving: RefObject<(() => void) | null>
}

/** Edits the working copy of a page. */
export function Editor({ page, onDirty, saving }: Props) {
  return (
    <DocumentEditor
      kind={pageKind}
      document={page}
      valuesOf={valuesOf}
      save={savePage}
      onDirty={onDirty}
      saving={saving}
    >
      {(form) => (
        <>
          <Textarea
            label="Description"
            description="Optional. Shown by search engines and where the page is shared."
            maxLength={300}
            autosize
            {...form.getInputProps('meta_description')}
          />
          <TextInput
            label="Keywords"
            description="Optional. Separated by commas."
            maxLength={500}
            {...form.getInputProps('meta_keywords')}
          />
          <Checkbox
            label="Search engines may list this page"
            {...form.getInputProps('is_indexed', { type: 'checkbox' })}
          />
        </>
      )}
    </DocumentEditor>
  )
}

const valuesOf = (page: PageDetail): PageValues => ({
  title: page.title,
  content: page.content,
  slug: page.slug,
  is_indexed: page.is_indexed,
  meta_description: page.meta_description ?? '',
  meta_keywords: page.meta_keywords ?? '',
})
