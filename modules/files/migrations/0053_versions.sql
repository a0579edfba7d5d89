-- The content of a file can be replaced: each version is a file of its own, and the lists show the latest.
alter table files
  add column version integer not null default 1 check (version > 0),
  -- The first version; null for the first itself. It may have been deleted.
  add column version_of uuid,
  add column root_id uuid not null generated always as (coalesce(version_of, id)) stored,
  add column is_latest boolean not null default true;
create unique index files_latest on files (root_id) where is_latest;
create unique index files_version on files (root_id, version);

create table file_tags (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null check (name = lower(name) and length(name) between 1 and 50),
  created_at timestamptz not null default now(),
  constraint file_tags_name unique (account_id, name)
);

create table file_taggings (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  file_id uuid not null references files on delete cascade,
  tag_id uuid not null references file_tags on delete cascade,
  constraint file_taggings_tag unique (tag_id, file_id)
);
create index file_taggings_of_file on file_taggings (file_id);
create index file_taggings_account on file_taggings (account_id);

-- Links with which people without an account can read one version of a file.
create table file_shares (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  file_id uuid not null references files on delete cascade,
  token_digest text not null,
  password_hash text,
  access_level text not null default 'download' check (access_level in ('view', 'download')),
  expires_at timestamptz,
  max_downloads integer check (max_downloads > 0),
  download_count integer not null default 0,
  -- Wrong passwords, and when the last one was given.
  wrong_passwords integer not null default 0,
  wrong_password_at timestamptz,
  revoked_at timestamptz,
  created_by_id uuid references users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint file_shares_token unique (token_digest),
  check (max_downloads is null or download_count <= max_downloads)
);
create index file_shares_of_file on file_shares (file_id, created_at desc, id desc);
create index file_shares_account on file_shares (account_id);
create index file_shares_created_by on file_shares (created_by_id);

-- Films are read by workers too.
alter table processing_jobs drop constraint processing_jobs_job_type_check;
alter table processing_jobs add constraint processing_jobs_job_type_check check (job_type in
  ('scan', 'thumbnail', 'metadata_extract', 'text_extract', 'audio_processing', 'video_processing'));
