-- Built after the migrations, without blocking writes; see docs/operations/upgrade.md.
create index concurrently notifications_created on notifications (created_at);
create index concurrently mails_bodies on mails (created_at) where sealed_variables <> '';
