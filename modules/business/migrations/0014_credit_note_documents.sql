-- The PDF, rendered once from the credit note.
create table credit_note_documents (
  credit_note_id uuid primary key references credit_notes,
  account_id uuid not null references accounts,
  content bytea not null,
  sha256 text not null,
  created_at timestamptz not null,
  check (sha256 = encode(sha256(content), 'hex'))
);
create trigger credit_note_documents_keep before update or delete or truncate on credit_note_documents
  execute function money_keep('The file of a credit note cannot change');
