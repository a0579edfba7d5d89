-- Received money of unknown purpose can be settled later: it pays the invoice, or becomes credit. What was paid stays.
drop trigger payments_made on payments;
create trigger payments_made before update on payments for each row
  when ((new.id, new.account_id, new.gateway, new.livemode, new.created_at) is distinct from
    (old.id, old.account_id, old.gateway, old.livemode, old.created_at)
    or (old.status in ('succeeded', 'partially_refunded', 'refunded') and
      ((new.amount_cents, new.currency) is distinct from (old.amount_cents, old.currency)
        or new.applied_cents < old.applied_cents or new.credited_cents < old.credited_cents)))
  execute function money_keep('What was paid cannot change');

create index payments_suspense on payments (id) where applied_cents + credited_cents < amount_cents
  and status in ('succeeded', 'partially_refunded', 'refunded');
create index refunds_suspense on refunds (payment_id) where invoiced_cents + credited_cents < amount_cents;

-- Administrators read what was asked of the gateways.
create index gateway_calls_created on gateway_calls (created_at desc, id desc);
