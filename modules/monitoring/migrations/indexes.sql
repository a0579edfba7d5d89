-- Built after the migrations, without blocking writes; see docs/operations/upgrade.md.
create index concurrently service_incidents_ended on service_incidents (ended_at);
