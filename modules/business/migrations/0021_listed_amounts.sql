-- What the gateway listed for a payment, so that the ledger can be compared with it.
alter table reconciled_payments add amount_cents bigint, add currency text;
-- The mode whose payments were compared.
alter table reconciliation_reports add livemode boolean;
