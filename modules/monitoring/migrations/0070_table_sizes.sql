-- The size of each table once a day, with its indexes, for its growth.
create table table_sizes (
  day date not null,
  table_name text not null,
  bytes bigint not null,
  primary key (day, table_name)
);
