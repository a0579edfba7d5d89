-- Which attempt a worker has, so that each of its reports counts once. Null in rows of the version before.
alter table job_leases add column attempt integer;
