-- Revenue is what was received less what was paid back, by the day on which the money moved.
create index refunds_processed on refunds (processed_at) where processed_at is not null and destination = 'method';
create index refunds_returned on refunds (failed_at) where failed_at is not null and processed_at is not null;
