-- A mail that was refused temporarily is retried: `turn` counts how often it was enqueued, and an older job
-- does nothing.
alter table mails
  add column turn integer not null default 1,
  add column attempt_count integer not null default 0,
  add column attempted_at timestamptz,
  add column next_attempt_at timestamptz;

alter table mails drop constraint mails_status_check;
alter table mails add constraint mails_status_check
  check (status in ('queued', 'deferred', 'sent', 'captured', 'failed')) not valid;
alter table mails validate constraint mails_status_check;

update mails set attempt_count = 1, attempted_at = created_at where status = 'failed';
create index mails_troubled on mails (attempted_at) where status in ('deferred', 'failed');
