-- The roles of an invitation, as references: a renamed role is kept, and a new role with the old name is not assigned.
-- The names in invitations.roles remain as a record and for servers of the previous version. An invitation that such a
-- server creates while this version starts has no references and must be sent again.
create table invitation_roles (
  account_id uuid not null references accounts on delete cascade,
  invitation_id uuid not null references invitations on delete cascade,
  role_id uuid not null references roles on delete cascade,
  primary key (invitation_id, role_id)
);
create index invitation_roles_role on invitation_roles (role_id);
-- A role created after the invitation was sent is not the one it meant.
insert into invitation_roles (account_id, invitation_id, role_id)
  select i.account_id, i.id, r.id from invitations i
  join roles r on r.name = any(i.roles)
    and (r.account_id is null or (r.account_id = i.account_id and r.created_at <= i.created_at));

-- Since when a user has not confirmed any address; null once they have. For existing users it starts today.
alter table users add column unconfirmed_since timestamptz default now();
update users set unconfirmed_since = null where email_verified_at is not null or exists (
  select from audit_logs where audit_logs.account_id = users.account_id and resource_type = 'user'
    and resource_id = users.id::text
    and (action = 'user.email_verified' or (action = 'user.updated' and old_values ? 'email')));
create index users_unconfirmed on users (unconfirmed_since) where unconfirmed_since is not null;

-- An address belongs to the user who confirmed it. Until then, several users may have it, one in each account.
drop index users_email;
create unique index users_email on users (email) where email_verified_at is not null;
create index users_address on users (email);
-- A query plan cached while the table was small would scan all of it.
create function users_address() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  if new.email_verified_at is not null then
    new.unconfirmed_since := null;
  end if;
  if tg_op = 'INSERT' or new.email <> old.email then
    perform lock_address(new.email);
    if exists (select from users where email = new.email and id <> new.id
      and (email_verified_at is not null or account_id = new.account_id)) then
      raise unique_violation using constraint = 'users_email', message = 'the address is taken';
    end if;
  end if;
  return new;
end $$;
-- Transactions that decide which user has an address wait for each other. The number of locks is fixed, because one
-- statement may lock many rows.
create function lock_address(email text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtext('powernode address'), hashtext(email) & 1023)
$$;
create trigger users_address before insert or update of email, email_verified_at on users
  for each row execute function users_address();
