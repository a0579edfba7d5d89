create table pages (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  -- The working copy. What visitors read is the revision `published_version` under `public_slug`.
  title text not null check (length(title) between 1 and 200),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 150),
  content text not null check (length(content) <= 200000),
  meta_description text check (length(meta_description) <= 300),
  meta_keywords text check (length(meta_keywords) <= 500),
  is_indexed boolean not null default true,
  word_count integer not null,
  version integer not null default 1,
  -- Counts the saves, including those that join a version.
  lock_version integer not null default 1,
  status text not null default 'draft' check (status in ('draft', 'published')),
  published_version integer,
  published_at timestamptz,
  -- Kept while the page is a draft, to redirect from it when the page is published with another one.
  public_slug text,
  scheduled_for timestamptz,
  scheduled_version integer,
  unpublish_at timestamptz,
  -- Number of the current schedule; jobs of earlier ones do nothing.
  turn integer not null default 1,
  taken_down_at timestamptz,
  taken_down_reason text,
  author_id uuid references users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'published') = (published_version is not null and published_at is not null)),
  check ((scheduled_for is null) = (scheduled_version is null)),
  constraint pages_slug unique (account_id, slug)
);
create unique index pages_public_slug on pages (public_slug) where status = 'published';
create index pages_account on pages (account_id, created_at desc, id desc);
create index pages_account_updated on pages (account_id, updated_at desc, id desc);
create index pages_account_title on pages (account_id, title, id);
create index pages_account_published on pages (account_id, published_at desc, id desc);
create index pages_published on pages (published_at desc, id desc) where status = 'published';
create index pages_scheduled on pages (scheduled_for) where scheduled_for is not null;
create index pages_unpublish on pages (unpublish_at) where unpublish_at is not null;
create index pages_author on pages (author_id);

-- Versions of documents. Saves of one author within ten minutes share a version until it is frozen.
create table revisions (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  subject_type text not null check (subject_type in ('page', 'kb_article')),
  subject_id uuid not null,
  version integer not null,
  title text not null,
  content text not null,
  rendered_content text not null,
  plain_text text not null,
  fields jsonb not null default '{}',
  author_id uuid references users on delete set null,
  -- It was published, scheduled or restored.
  frozen boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint revisions_version unique (subject_type, subject_id, version)
);
create index revisions_account on revisions (account_id);
create index revisions_author on revisions (author_id);

-- Slugs that published documents had before.
create table former_slugs (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  subject_type text not null check (subject_type in ('page', 'kb_article')),
  slug text not null,
  subject_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint former_slugs_slug unique (subject_type, slug)
);
create index former_slugs_subject on former_slugs (subject_type, subject_id);
create index former_slugs_account on former_slugs (account_id);

-- Searching for a part of a title uses trigrams. Without the extension, search works but is slower.
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index pages_search on pages using gin (title gin_trgm_ops);
  end if;
end $$;
