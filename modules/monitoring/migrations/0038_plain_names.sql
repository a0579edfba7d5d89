-- Clearer names for the services and alert rules that exist from the first start, unless they were renamed.
update services set name = 'Email', description = 'Emails of the last day were sent'
  where name = 'Mail' and part = 'mail' and description = 'Mail of the last day went out'
    and not exists (select from services where name = 'Email');
update services set description = 'PostgreSQL responds' where part = 'database' and description = 'PostgreSQL answers';
update services set description = 'Jobs run without long waits' where part = 'queue' and description = 'Jobs are taken and few wait';
update services set description = 'At least one worker is online' where part = 'worker' and description = 'At least one worker calls';
update services set description = 'Free disk space for data' where part = 'disk' and description = 'There is room for data';

update alert_rules set name = names.new
  from (values
    ('Jobs were given up', 'Jobs failed all attempts'),
    ('Jobs wait too long', 'Jobs are waiting too long'),
    ('A worker is away', 'A worker is offline'),
    ('The disk fills up', 'The disk is almost full'),
    ('Mails cannot be sent', 'Emails cannot be sent'),
    ('Many sign-ins fail', 'Many failed sign-ins'),
    ('Requests fail', 'Requests are failing')
  ) as names (old, new)
  where alert_rules.name = names.old and id::text like '019ab000-0000-7000-8000-%'
    and not exists (select from alert_rules other where lower(other.name) = lower(names.new));
