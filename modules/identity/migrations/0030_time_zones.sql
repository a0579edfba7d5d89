-- Where the account works: working hours are judged there. What the free setting said becomes the column's first value.
alter table accounts add column time_zone text not null default 'UTC';
update accounts set time_zone = settings->>'timezone'
  where settings->>'timezone' in (select name from pg_timezone_names where name ~ '^[A-Z]' and name <> 'Factory');

-- A zone that this PostgreSQL does not know, as after a move to one with older zone data, counts as UTC.
create function known_time_zone(zone text) returns text language plpgsql stable as $$
begin
  perform now() at time zone zone;
  return zone;
exception when invalid_parameter_value then
  return 'UTC';
end $$;
