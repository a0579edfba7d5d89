-- Built after the migrations, without blocking writes; see docs/operations/upgrade.md.
create index concurrently job_progress_updated on job_progress (updated_at);
create index concurrently worker_activities_performed on worker_activities (performed_at);
create index concurrently cable_payloads_created on cable_payloads (created_at);
