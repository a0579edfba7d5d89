-- The impersonations of a user, in any account.
create index impersonations_by on impersonations (impersonator_id, created_at desc, id desc);
