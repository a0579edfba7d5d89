-- Built after the migrations, without blocking writes; see docs/operations/upgrade.md.
create index concurrently job_progress_updated on job_progress (updated_at);
