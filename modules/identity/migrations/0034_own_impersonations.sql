-- What somebody runs or ran, in whatever account.
create index impersonations_by on impersonations (impersonator_id, created_at desc, id desc);
