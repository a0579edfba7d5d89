-- The sort orders of an account's users, and its users by status.
create index users_account_email on users (account_id, email, id);
create index users_account_last_login on users (account_id, last_login_at, id);
create index users_account_status on users (account_id, status, created_at, id);
