-- Built after the migrations, without blocking writes; see docs/operations/upgrade.md.
create index concurrently invitations_ended on invitations (status, updated_at) where status <> 'pending';
create index concurrently impersonations_ended on impersonations (ended_at);
