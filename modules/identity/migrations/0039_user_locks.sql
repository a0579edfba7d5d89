-- The users of an account whose sign-in is locked.
create index users_account_locked on users (account_id, locked_until) where locked_until is not null;
