-- Since when a user has their address. Of several users with the same unconfirmed address, the earliest count.
alter table users add column email_since timestamptz not null default now();
update users set email_since = created_at;
create or replace function users_address() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  if new.email_verified_at is not null then
    new.unconfirmed_since := null;
  end if;
  if tg_op = 'INSERT' or new.email <> old.email then
    new.email_since := now();
    perform lock_address(new.email);
    if exists (select from users where email = new.email and id <> new.id
      and (email_verified_at is not null or account_id = new.account_id)) then
      raise unique_violation using constraint = 'users_email', message = 'the address is taken';
    end if;
  end if;
  return new;
end $$;

-- The address that a delegation is for; it is not valid for another address, even of the same user.
alter table delegations add column given_to text;
update delegations d set given_to = u.email from users u where u.id = d.user_id;
-- A server of the previous version does not set it.
create function delegations_given_to() returns trigger language plpgsql as $$
begin
  new.given_to := coalesce(new.given_to, (select email from users where id = new.user_id));
  return new;
end $$;
create trigger delegations_given_to before insert on delegations
  for each row execute function delegations_given_to();
