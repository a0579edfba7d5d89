import { Anchor, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Data } from '~/api'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { FigureTable } from '~/ui/FigureTable'
import { formatCount } from '~/ui/format'
import { KnowledgeBaseTabs } from '~/ui/KnowledgeBaseTabs'
import { LearnMore } from '~/ui/LearnMore'
import { LoadError } from '~/ui/LoadError'
import { MetricCard } from '~/ui/MetricCard'
import { RelativeTime } from '~/ui/RelativeTime'
import { type TimeRange, TimeRangePicker, useTimeRange } from '~/ui/TimeRangePicker'
import { formatDay } from '~/ui/times'
import { usePageTitle } from '~/ui/usePageTitle'
import { insightsQuery } from './queries'

type Insights = Data<'/api/v1/kb/articles/analytics', 'get'>

const ranges = ['7d', '30d', '90d'] as const satisfies TimeRange[]
const series: Series[] = [{ name: 'views', label: 'Views', tone: 'main' }]

/** What is read, what does not help, and what people search and do not find. */
export function InsightsPage() {
  usePageTitle('Insights')
  const { range, set, label } = useTimeRange('30d')
  const period = Number.parseInt(ranges.find((one) => one === range) ?? '30d', 10)
  const insights = useQuery(insightsQuery(period))
  const { data, error } = insights
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" align="baseline">
          <Title order={1}>Insights</Title>
          <LearnMore />
        </Group>
        <TimeRangePicker value={`${period}d` as TimeRange} onChange={set} among={ranges} />
      </Group>
      <KnowledgeBaseTabs />
      {error && !data && <LoadError error={error} retry={() => void insights.refetch()} />}
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <MetricCard
          label="Views"
          definition={`How often articles were read in ${label}. A reader counts once in half an hour; authors and robots do not count.`}
          value={data?.total_views}
          to="/kb_articles"
          search={{ sort: '-views_count' }}
        />
        <MetricCard
          label="Published"
          definition="Articles that are published now."
          value={data?.published_articles}
          to="/kb_articles"
          search={{ status: 'published' }}
        />
        <MetricCard
          label="Drafts"
          definition="Articles that are drafts or wait for review now."
          value={data?.draft_articles}
          to="/kb_articles"
          search={{ status: 'draft' }}
        />
      </SimpleGrid>
      <section aria-label="Views by day">
        <Title order={2} mb="xs">
          Views by day
        </Title>
        <Chart
          label={`Views by day in ${label}`}
          kind="bars"
          rows={data?.views_by_day.map(({ date, count }) => ({
            at: formatDay(date),
            values: { views: count },
          }))}
          series={series}
          empty={`Nothing was read in ${label}.`}
        />
      </section>
      {data && (
        <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="lg">
          <Searches searches={data.unanswered_searches} />
          <Unhelpful articles={data.unhelpful_articles} />
          <Top articles={data.top_articles} label={label} />
        </SimpleGrid>
      )}
    </Stack>
  )
}

function Searches({ searches }: { searches: Insights['unanswered_searches'] }) {
  return (
    <Panel
      title="Searched and not found"
      about="In the last 30 days. Each is an article that somebody expected."
      empty={searches.length === 0 && 'There were none in the last 30 days.'}
    >
      <FigureTable label="Searched and not found" headings={['Search', 'Times', 'Last']}>
        {searches.map(({ query, searches_count, last_searched_at }) => (
          <tr key={query}>
            <th>{query}</th>
            <td>{formatCount(searches_count)}</td>
            <td>
              <RelativeTime at={last_searched_at} />
            </td>
          </tr>
        ))}
      </FigureTable>
    </Panel>
  )
}

function Unhelpful({ articles }: { articles: Insights['unhelpful_articles'] }) {
  return (
    <Panel
      title="Did not help"
      about="Readers answered “Did this help?” with no."
      empty={articles.length === 0 && 'Nobody said that an article did not help.'}
    >
      <FigureTable label="Did not help" headings={['Article', 'No', 'Yes']}>
        {articles.map(({ id, title, helpful_count, unhelpful_count }) => (
          <tr key={id}>
            <th>
              <ArticleLink id={id} title={title} />
            </th>
            <td>{formatCount(unhelpful_count)}</td>
            <td>{formatCount(helpful_count)}</td>
          </tr>
        ))}
      </FigureTable>
    </Panel>
  )
}

function Top({ articles, label }: { articles: Insights['top_articles']; label: string }) {
  return (
    <Panel
      title="Most read"
      about={`In ${label}.`}
      empty={articles.length === 0 && `Nothing was read in ${label}.`}
    >
      <FigureTable label="Most read" headings={['Article', 'Views']}>
        {articles.map(({ id, title, views_count }) => (
          <tr key={id}>
            <th>
              <ArticleLink id={id} title={title} />
            </th>
            <td>{formatCount(views_count)}</td>
          </tr>
        ))}
      </FigureTable>
    </Panel>
  )
}

type PanelProps = { title: string; about: string; empty: string | false; children: ReactNode }

function Panel({ title, about, empty, children }: PanelProps) {
  return (
    <Stack component="section" gap="xs" aria-label={title} miw={0}>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">
        {empty || about}
      </Text>
      {!empty && children}
    </Stack>
  )
}

function ArticleLink({ id, title }: { id: string; title: string }) {
  return (
    <Anchor
      inherit
      renderRoot={(props) => <Link to="/kb_articles/$id" params={{ id }} {...props} />}
    >
      {title}
    </Anchor>
  )
}
