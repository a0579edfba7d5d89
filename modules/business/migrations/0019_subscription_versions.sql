-- Counts the changes of a subscription, so that a change based on an outdated one can be refused.
alter table subscriptions add lock_version integer not null default 1;
