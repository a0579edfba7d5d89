-- Whether an account stopped paying because its payments failed, or because it chose to.
alter table mrr_movements
  add involuntary boolean not null default false,
  add constraint mrr_movements_involuntary check (not involuntary or kind = 'churn');
alter table mrr_movements disable trigger mrr_movements_keep;
update mrr_movements m set involuntary = true
from subscription_changes c join subscriptions s on s.id = c.subscription_id
where c.id = m.change_id and m.kind = 'churn' and (c.status in ('suspended', 'unpaid', 'incomplete_expired')
  or (c.status = 'cancelled' and s.cancel_reason = 'payment_failure'));
alter table mrr_movements enable trigger mrr_movements_keep;

alter table revenue_snapshots
  -- Of the accounts that were paying at the start of the period: how many stopped because payments failed, and what they paid.
  add involuntary_customers integer not null default 0,
  add involuntary_cents bigint not null default 0;
with moved as (
  select s.id, m.account_id, m.position, m.kind, m.amount_cents, m.involuntary,
    first_value(m.kind) over (partition by s.id, m.account_id order by m.position) not in ('new', 'reactivation') as kept
  from revenue_snapshots s join mrr_movements m on m.currency = s.currency
    and (s.account_id is null or m.account_id = s.account_id)
    and m.date >= s.date
    and m.date < s.date + case s.period_type when 'daily' then interval '1 day' else interval '1 month' end
), lost as (
  select id, account_id, (array_agg(involuntary order by position) filter (where kind = 'churn'))[1] as involuntary,
    coalesce(sum(amount_cents) filter (where kind = 'churn' and involuntary), 0) as cents
  from moved where kept group by id, account_id
), sums as (
  select id, count(*) filter (where involuntary) as customers, sum(cents) as cents from lost group by id
)
update revenue_snapshots s set involuntary_customers = sums.customers, involuntary_cents = sums.cents
from sums where sums.id = s.id and sums.cents > 0;
