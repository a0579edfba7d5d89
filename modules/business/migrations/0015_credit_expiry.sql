-- Credit that can be used until a time, and balances that are too small to collect.

alter table credit_grants
  -- Only credit that was given for goodwill expires.
  add expires_at timestamptz,
  -- When the account was reminded of it.
  add expiry_reminded_at timestamptz,
  add constraint credit_grants_expiry check (expires_at is null or (expires_at > created_at and source = 'manual'));
drop trigger credit_grants_granted on credit_grants;
create trigger credit_grants_granted before update on credit_grants for each row
  when ((new.id, new.account_id, new.currency, new.amount_cents, new.source, new.source_id, new.reason, new.created_at)
    is distinct from
    (old.id, old.account_id, old.currency, old.amount_cents, old.source, old.source_id, old.reason, old.created_at)
    or (new.expires_at is null) <> (old.expires_at is null) or new.expires_at < old.expires_at)
  execute function money_keep('Only what remains of a credit can change');
create index credit_grants_expiring on credit_grants (expires_at) where expires_at is not null and remaining_cents > 0;

-- What expired of a credit. More than once, if a void invoice returned some of it later.
create table credit_expiries (
  id uuid primary key,
  account_id uuid not null references accounts,
  grant_id uuid not null references credit_grants,
  amount_cents bigint not null check (amount_cents > 0),
  created_at timestamptz not null
);
create index credit_expiries_account on credit_expiries (account_id, created_at desc, id desc);
create index credit_expiries_grant on credit_expiries (grant_id);
create trigger credit_expiries_keep before update or delete or truncate on credit_expiries
  execute function money_keep('What expired of a credit cannot change');

alter table invoices
  -- When the balance that it carries over was written off, because no invoice followed.
  add balance_written_off_at timestamptz,
  add constraint invoices_balance check (balance_written_off_at is null or (carried_cents > 0 and carried_to is null));
create index invoices_balances on invoices (paid_at)
  where carried_cents > 0 and carried_to is null and balance_written_off_at is null;
