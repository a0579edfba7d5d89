-- Where the files of an account are kept.
create table storage (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null check (length(name) between 1 and 255),
  provider_type text not null check (provider_type in ('local')),
  status text not null default 'active' check (status in ('active', 'inactive', 'maintenance')),
  configuration jsonb not null default '{}',
  is_default boolean not null default false,
  quota_bytes bigint check (quota_bytes > 0),
  used_bytes bigint not null default 0 check (used_bytes >= 0),
  -- What running uploads may still need.
  reserved_bytes bigint not null default 0 check (reserved_bytes >= 0),
  files_count bigint not null default 0 check (files_count >= 0),
  max_file_bytes bigint not null check (max_file_bytes > 0),
  allowed_file_types text[] not null default '{}',
  blocked_extensions text[] not null default '{}',
  blocked_mime_types text[] not null default '{}',
  health_status text check (health_status in ('healthy', 'failed')),
  last_tested_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (status = 'active' or not is_default)
);
create unique index storage_name on storage (account_id, lower(name));
create unique index storage_default on storage (account_id) where is_default;
create index storage_account on storage (account_id, created_at desc, id desc);

-- What an account uses of the operator's disks. Without a limit of its own, that of the settings applies.
create table account_storage (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  limit_bytes bigint check (limit_bytes >= 0),
  used_bytes bigint not null default 0 check (used_bytes >= 0),
  reserved_bytes bigint not null default 0 check (reserved_bytes >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint account_storage_account unique (account_id)
);
create index account_storage_used on account_storage (used_bytes desc, id desc);

-- Every object in a storage. The row is written before the bytes, and deleted after them.
create table blobs (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  storage_id uuid not null references storage,
  key text not null check (key ~ '^[a-z0-9_-]+(/[a-z0-9_-]+)*$'),
  state text not null default 'writing' check (state in ('writing', 'stored', 'deleting')),
  size_bytes bigint not null default 0,
  reserved_bytes bigint not null default 0,
  sha256 text,
  -- Until then, a writer or a collector works on it.
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint blobs_key unique (storage_id, key),
  check (state <> 'stored' or (sha256 is not null and reserved_bytes = 0)),
  check ((state = 'stored') = (lease_until is null))
);
create index blobs_due on blobs (lease_until) where state <> 'stored';
create index blobs_account on blobs (account_id);

create table files (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  blob_id uuid not null references blobs,
  filename text not null check (length(filename) between 1 and 255),
  content_type text not null,
  file_type text not null
    check (file_type in ('image', 'document', 'video', 'audio', 'archive', 'code', 'data', 'other')),
  file_size bigint not null,
  category text not null default 'user_upload' check (category in
    ('user_upload', 'workflow_output', 'ai_generated', 'temp', 'system', 'import', 'page_content')),
  visibility text not null default 'private' check (visibility in ('private', 'public')),
  description text check (length(description) <= 2000),
  metadata jsonb not null default '{}',
  uploaded_by_id uuid references users on delete set null,
  download_count bigint not null default 0,
  -- In the trash since then.
  deleted_at timestamptz,
  quarantined_at timestamptz,
  quarantine_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint files_blob unique (blob_id)
);
create index files_account on files (account_id, created_at desc, id desc);
create index files_account_name on files (account_id, filename, id);
create index files_account_size on files (account_id, file_size, id);
create index files_trash on files (deleted_at) where deleted_at is not null;
create index files_uploaded_by on files (uploaded_by_id);

-- Which documents refer to a file. Visitors may read it while one of them is public.
create table file_links (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  file_id uuid not null references files on delete cascade,
  subject_type text not null check (subject_type in ('page')),
  subject_id uuid not null,
  created_at timestamptz not null default now(),
  constraint file_links_subject unique (file_id, subject_type, subject_id)
);
create index file_links_of_subject on file_links (subject_type, subject_id);
create index file_links_account on file_links (account_id);

-- Searching for a part of a name uses trigrams. Without the extension, search works but is slower.
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index files_search on files using gin (filename gin_trgm_ops);
  end if;
end $$;
