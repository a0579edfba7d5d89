import { Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { DocumentEditor } from '~/ui/documents/DocumentEditor'
import { languages } from './languages'
import {
  type ArticleDetail,
  type ArticleValues,
  articleKind,
  categoryChoicesQuery,
  saveArticle,
  tagsQuery,
} from './queries'

type Props = {
  article: ArticleDetail
  onDirty: (dirty: boolean) => void
  /** Gets what saves the article, for a button outside of the editor. */
  saving: RefObject<(() => void) | null>
}

/** Edits the working copy of an article, and where it is. */
export function ArticleEditor({ article, onDirty, saving }: Props) {
  return (
    <DocumentEditor
      kind={articleKind}
      document={article}
      valuesOf={valuesOf}
      save={saveArticle}
      onDirty={onDirty}
      saving={saving}
    >
      {(form) => (
        <>
          <Placement article={article} form={form} />
          <Textarea
            label="Summary"
            description="Optional. Shown in lists and search results; by default, how the text begins."
            maxLength={500}
            autosize
            {...form.getInputProps('excerpt')}
          />
          <TextInput
            label="Title for search engines"
            description="Optional."
            maxLength={255}
            {...form.getInputProps('meta_title')}
          />
          <Textarea
            label="Description for search engines"
            description="Optional."
            maxLength={300}
            autosize
            {...form.getInputProps('meta_description')}
          />
          <Checkbox
            label="Search engines may list this article"
            {...form.getInputProps('is_indexed', { type: 'checkbox' })}
          />
        </>
      )}
    </DocumentEditor>
  )
}

type PlacementProps = { article: ArticleDetail; form: UseFormReturnType<ArticleValues> }

/** What is not part of a version: saving it changes at once what visitors see. */
function Placement({ article, form }: PlacementProps) {
  const { data: categories = [] } = useQuery(categoryChoicesQuery)
  const { data: tags = [] } = useQuery(tagsQuery)
  const mayPublish = useCanUnlessImpersonating('kb_articles.publish')
  const isPublished = article.status === 'published'
  const disabled = isPublished && !mayPublish
  const { category } = article
  const isListed = categories.some(({ value }) => value === category.id)
  return (
    <>
      <Select
        label="Category"
        description={isPublished ? 'Changes for visitors as soon as you save.' : undefined}
        required
        searchable
        allowDeselect={false}
        disabled={disabled}
        data={isListed ? categories : [{ value: category.id, label: category.name }, ...categories]}
        {...form.getInputProps('category_id')}
      />
      <TagsInput
        label="Tags"
        description="Press Enter after each."
        disabled={disabled}
        maxTags={20}
        data={tags.map(({ name }) => name)}
        {...form.getInputProps('tags')}
      />
      <Select
        label="Language"
        description="Search finds the forms of words in this language."
        searchable
        allowDeselect={false}
        disabled={disabled}
        data={languages}
        {...form.getInputProps('language')}
      />
      <Checkbox
        label="Visitors may read it once it is published"
        disabled={disabled}
        {...form.getInputProps('is_public', { type: 'checkbox' })}
      />
      <Checkbox
        label="Recommended"
        disabled={disabled}
        {...form.getInputProps('is_featured', { type: 'checkbox' })}
      />
      <Checkbox
        label="Readers may comment"
        disabled={disabled}
        {...form.getInputProps('comments_enabled', { type: 'checkbox' })}
      />
    </>
  )
}

const valuesOf = (article: ArticleDetail): ArticleValues => ({
  title: article.title,
  content: article.content,
  slug: article.slug,
  category_id: article.category.id,
  tags: article.tags,
  language: article.language,
  excerpt: article.is_excerpt_written ? article.excerpt : '',
  meta_title: article.meta_title ?? '',
  meta_description: article.meta_description ?? '',
  is_public: article.is_public,
  is_featured: article.is_featured,
  comments_enabled: article.comments_enabled,
  is_indexed: article.is_indexed,
})
