-- Time zone of the account, for its working hours. The column starts with the value of the untyped setting.
alter table accounts add column time_zone text not null default 'UTC';
update accounts set time_zone = settings->>'timezone'
  where settings->>'timezone' in (select name from pg_timezone_names where name ~ '^[A-Z]' and name <> 'Factory');

-- A time zone that this PostgreSQL does not know, for example because its zone data is older, counts as UTC.
create function known_time_zone(zone text) returns text language plpgsql stable as $$
begin
  perform now() at time zone zone;
  return zone;
exception when invalid_parameter_value then
  return 'UTC';
end $$;
