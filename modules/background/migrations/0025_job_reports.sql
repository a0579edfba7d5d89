-- Attempt that a worker has leased, so that each report counts once. Null in rows of the previous version.
alter table job_leases add column attempt integer;
