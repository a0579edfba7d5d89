-- An emailed link or unfinished sign-in is valid only for the address and password it was created for: their digest.
-- Pending links stay valid if the user's credentials have not changed; links from a server that still runs the previous
-- version are not valid.
alter table one_time_tokens add column made_for text not null default '';
update one_time_tokens t
set made_for = encode(sha256(convert_to(u.email || ' ' || coalesce(u.password_digest, ''), 'UTF8')), 'hex')
from users u
where u.id = t.user_id and u.updated_at <= t.created_at;

-- Impersonations are history: they outlive both users and their sessions, and keep their names.
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
