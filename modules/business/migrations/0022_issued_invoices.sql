-- What an account was billed this month is read without its other invoices.
create index invoices_account_issued on invoices (account_id, issued_at) where issued_at is not null;
