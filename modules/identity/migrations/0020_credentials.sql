-- A mailed link or half sign-in holds for the address and the password it was made for: a digest of the two.
-- Links under way stay good where the person has not changed since; those of a server that still runs the version
-- before hold for nothing.
alter table one_time_tokens add column made_for text not null default '';
update one_time_tokens t
set made_for = encode(sha256(convert_to(u.email || ' ' || coalesce(u.password_digest, ''), 'UTF8')), 'hex')
from users u
where u.id = t.user_id and u.updated_at <= t.created_at;

-- Who acted as whom is history: it outlives both people and their sessions, and keeps their names.
alter table impersonations
  drop constraint impersonations_impersonator_id_fkey,
  drop constraint impersonations_user_id_fkey,
  drop constraint impersonations_session_id_fkey,
  add column impersonator_name text not null default '',
  add column impersonator_email text not null default '',
  add column user_name text not null default '',
  add column user_email text not null default '',
  add column impersonator_session_id uuid,
  add column impersonator_credentials text,
  add column end_reason text check (end_reason in (
    'stopped', 'replaced', 'impersonator_deleted', 'impersonator_inactive', 'impersonator_credentials_changed',
    'impersonator_signed_out', 'impersonator_lost_permission', 'user_inactive', 'user_session_ended'
  ));
update impersonations i
set impersonator_name = b.name, impersonator_email = b.email, user_name = u.name, user_email = u.email
from users b, users u
where b.id = i.impersonator_id and u.id = i.user_id;
