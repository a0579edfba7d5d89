alter table files
  add column processing_status text not null default 'completed'
    check (processing_status in ('pending', 'processing', 'completed', 'failed')),
  add column dimensions jsonb not null default '{}',
  add column exif_data jsonb not null default '{}',
  add column extracted_text text check (length(extracted_text) <= 1000000);

-- What workers made of files, such as thumbnails.
create table file_derivatives (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  file_id uuid not null references files on delete cascade,
  blob_id uuid not null references blobs,
  kind text not null,
  size text not null,
  content_type text not null,
  -- The name that the worker gave it, or one like it. The key of its object is that of the blob.
  storage_key text not null,
  created_at timestamptz not null default now(),
  constraint file_derivatives_kind unique (file_id, kind, size),
  constraint file_derivatives_blob unique (blob_id)
);
create index file_derivatives_account on file_derivatives (account_id);

-- What workers do with a file after it was uploaded.
create table processing_jobs (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  file_id uuid not null references files on delete cascade,
  job_type text not null check (job_type in
    ('scan', 'thumbnail', 'metadata_extract', 'text_extract', 'audio_processing')),
  status text not null default 'pending'
    check (status in ('pending', 'processing', 'completed', 'failed', 'cancelled')),
  priority integer not null default 50 check (priority between 0 and 100),
  job_parameters jsonb not null default '{}',
  result_data jsonb not null default '{}',
  error_details jsonb not null default '{}',
  metadata jsonb not null default '{}',
  retry_count integer not null default 0,
  max_retries integer not null default 3,
  started_at timestamptz,
  completed_at timestamptz,
  duration_ms bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint processing_jobs_type unique (file_id, job_type)
);
create index processing_jobs_account on processing_jobs (account_id);
