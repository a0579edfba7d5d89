-- Uploads that can be resumed. The row is the truth: what it counts is durable in the storage.
create table uploads (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  -- Null once the object was removed, because the upload expired.
  blob_id uuid references blobs on delete set null,
  -- What the client named: filename, category, …
  fields jsonb not null,
  -- What the storage calls the unfinished object.
  object jsonb not null,
  -- Unknown until the client tells it.
  length bigint check (length > 0),
  "offset" bigint not null default 0 check ("offset" >= 0),
  -- The first bytes, until they tell the type.
  head bytea not null default '' check (length(head) <= 4100),
  content_type text,
  -- The SHA-256 of the first `offset` bytes, unfinished. Null if only the storage can tell it.
  hash_state bytea,
  -- The request that may write, until it must renew.
  lock_token uuid,
  locked_until timestamptz,
  -- Another request waits for it.
  stop_requested boolean not null default false,
  -- A holder lost the lock without releasing it: it may have written afterwards.
  taken_over boolean not null default false,
  expires_at timestamptz not null,
  completed_at timestamptz,
  file_id uuid references files on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (length is null or "offset" <= length)
);
create index uploads_account on uploads (account_id) where completed_at is null;
create index uploads_of_blob on uploads (blob_id);
create index uploads_of_file on uploads (file_id);
create index uploads_expiry on uploads (expires_at);

-- The parts of an object, where a storage puts it together from parts of one size.
create table upload_parts (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  upload_id uuid not null references uploads on delete cascade,
  number integer not null check (number > 0),
  size bigint not null,
  etag text not null,
  constraint upload_parts_number unique (upload_id, number)
);
create index upload_parts_account on upload_parts (account_id);

-- Bytes that are not yet a part, in the order of their offsets.
create table upload_tails (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  upload_id uuid not null references uploads on delete cascade,
  "offset" bigint not null,
  bytes bytea not null,
  constraint upload_tails_offset unique (upload_id, "offset")
);
create index upload_tails_account on upload_tails (account_id);
