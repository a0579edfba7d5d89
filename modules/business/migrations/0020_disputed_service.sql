alter table subscriptions
  -- The dispute because of which it is suspended.
  add dispute_id uuid references disputes;
create index subscriptions_dispute on subscriptions (dispute_id) where dispute_id is not null;
