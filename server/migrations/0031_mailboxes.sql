-- Which roles an invitation gives: references, so that a rename keeps them and another role of the name gives nothing.
-- The names in invitations.roles stay as a record, and for a server of the version before. What such a server invites
-- to while this version starts has no references and has to be sent again.
create table invitation_roles (
  account_id uuid not null references accounts on delete cascade,
  invitation_id uuid not null references invitations on delete cascade,
  role_id uuid not null references roles on delete cascade,
  primary key (invitation_id, role_id)
);
create index invitation_roles_role on invitation_roles (role_id);
-- A role made after the invitation was sent is not the one that was meant.
insert into invitation_roles (account_id, invitation_id, role_id)
  select i.account_id, i.id, r.id from invitations i
  join roles r on r.name = any(i.roles)
    and (r.account_id is null or (r.account_id = i.account_id and r.created_at <= i.created_at));
