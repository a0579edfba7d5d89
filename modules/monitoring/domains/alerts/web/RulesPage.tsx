import { Anchor, Button } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCan } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { AlertTabs } from './AlertTabs'
import classes from './alerts.module.css'
import { useLiveAlerts } from './live'
import { type AlertMetric, type AlertRule, deleteRule, metricsQuery, rulesQuery } from './queries'
import { type RuleDialog, RuleMenu } from './RuleMenu'
import { describeCondition, formatMetric } from './words'

/** Loaded when opened: viewing rules does not need them. */
const form = () => import('./RuleForm')
const NewRule = lazy(async () => ({ default: (await form()).NewRule }))
const EditRule = lazy(async () => ({ default: (await form()).EditRule }))

const filters = {
  state: choiceFilter('State', stateOptions('ok', 'pending', 'firing')),
  enabled: choiceFilter('Enabled', [
    { value: 'true', label: 'Yes' },
    { value: 'false', label: 'No' },
  ]),
}

export function RulesPage() {
  useLiveAlerts()
  const state = useListState(filters, { by: ['name', 'created_at'], first: 'name' })
  const { enabled, ...query } = state.query
  const rules = useQuery(rulesQuery({ ...query, ...(enabled && { enabled: enabled === 'true' }) }))
  const { data: metrics } = useQuery(metricsQuery)
  const can = {
    create: useCan('admin.alert_rules.create'),
    update: useCan('admin.alert_rules.update'),
    delete: useCan('admin.alert_rules.delete'),
  }
  const drawer = useNewDrawer()
  const [dialog, setDialog] = useState<{ action: RuleDialog; rule: AlertRule } | null>(null)
  const closeDialog = () => setDialog(null)
  const edit = can.update ? (rule: AlertRule) => setDialog({ action: 'edit', rule }) : undefined
  const add = can.create && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Add rule
    </Button>
  )
  return (
    <>
      <ListPage
        title="Alert rules"
        plural="rules"
        state={state}
        query={rules}
        columns={columns(metrics ?? [], edit)}
        nameOf={(rule) => rule.name}
        primary={add}
        figures={<AlertTabs />}
        empty={{
          icon: <IconAlertTriangle size={28} />,
          sentence: 'No rules yet. Add a rule to be notified of problems early.',
          action: add,
        }}
        {...((can.update || can.delete) && {
          menu: (rule: AlertRule) => (
            <RuleMenu rule={rule} onChoose={(action) => setDialog({ action, rule })} />
          ),
        })}
      />
      <Suspense>
        {drawer.opened && can.create && <NewRule onClose={drawer.close} />}
        {dialog?.action === 'edit' && <EditRule rule={dialog.rule} onClose={closeDialog} />}
      </Suspense>
      {dialog?.action === 'delete' && <Delete rule={dialog.rule} onClose={closeDialog} />}
    </>
  )
}

const columns = (metrics: AlertMetric[], edit?: (rule: AlertRule) => void): Column<AlertRule>[] => [
  {
    key: 'name',
    label: 'Rule',
    sort: 'name',
    cell: (rule) =>
      edit ? (
        <Anchor component="button" type="button" inherit fw={500} onClick={() => edit(rule)}>
          {rule.name}
        </Anchor>
      ) : (
        rule.name
      ),
  },
  { key: 'state', label: 'State', cell: (rule) => <StatusPill state={stateOf(rule)} /> },
  {
    key: 'watched',
    fact: 'value',
    label: 'Condition',
    cell: (rule) => describeCondition(rule, metrics),
  },
  {
    key: 'value',
    label: 'Last value',
    cell: (rule) => {
      const metric = metrics.find(({ name }) => name === rule.metric)
      return <span className={classes.value}>{formatMetric(rule.current_value, metric?.unit)}</span>
    },
  },
  {
    key: 'severity',
    fact: 'value',
    label: 'Severity',
    cell: (rule) => <StatusPill state={rule.severity} />,
  },
  {
    key: 'mail',
    label: 'Email',
    optional: true,
    cell: (rule) => (rule.notify_by_mail ? 'Yes' : 'No'),
  },
  {
    key: 'evaluated_at',
    label: 'Last evaluated',
    cell: (rule) => <RelativeTime at={rule.evaluated_at} />,
  },
  {
    key: 'created_at',
    label: 'Added',
    sort: 'created_at',
    optional: true,
    cell: (rule) => <RelativeTime at={rule.created_at} />,
  },
]

const stateOf = ({ enabled, state }: AlertRule) => (enabled ? state : 'inactive')

function Delete({ rule, onClose }: { rule: AlertRule; onClose: () => void }) {
  return (
    <ConfirmDanger
      title={`Delete ${rule.name}?`}
      actionLabel="Delete rule"
      onConfirm={() => deleteRule(rule.id)}
      onDone={() => {
        toast.done(`${rule.name} was deleted.`)
        onClose()
      }}
      onClose={onClose}
    >
      Its open alert is resolved, and past alerts stay in the list. To stop notifications
      temporarily, disable the rule instead.
    </ConfirmDanger>
  )
}
