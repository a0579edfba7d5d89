-- Finds addresses by their beginning, in databases with any collation.
create index users_address_beginning on users (email text_pattern_ops);
