create table kb_categories (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  -- Up to five levels; `parent_id` never leads back to the category.
  parent_id uuid references kb_categories,
  name text not null check (length(name) between 1 and 255),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 150),
  description text check (length(description) <= 1000),
  is_public boolean not null default true,
  -- It and all above it are public.
  is_visible boolean not null default true,
  sort_order integer not null default 0 check (sort_order >= 0),
  icon text check (length(icon) <= 100),
  color text check (color ~ '^#[0-9a-f]{6}$'),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (parent_id <> id),
  check (is_public or not is_visible),
  constraint kb_categories_slug unique (account_id, slug)
);
-- The public site has one category at an address.
create unique index kb_categories_visible_slug on kb_categories (slug) where is_visible;
create index kb_categories_account on kb_categories (account_id, sort_order, name, id);
create index kb_categories_parent on kb_categories (parent_id);

create table kb_articles (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  category_id uuid not null references kb_categories,
  -- The working copy. What visitors read is the revision `published_version` under `public_slug`.
  title text not null check (length(title) between 1 and 255),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 150),
  content text not null check (length(content) <= 200000),
  excerpt text check (length(excerpt) <= 500),
  meta_title text check (length(meta_title) <= 255),
  meta_description text check (length(meta_description) <= 300),
  meta_keywords text check (length(meta_keywords) <= 500),
  is_indexed boolean not null default true,
  metadata jsonb not null default '{}',
  word_count integer not null,
  version integer not null default 1,
  -- Counts the saves, including those that join a version.
  lock_version integer not null default 1,
  -- Where it is shown; not part of a version.
  is_public boolean not null default true,
  is_featured boolean not null default false,
  sort_order integer not null default 0 check (sort_order >= 0),
  comments_enabled boolean not null default true,
  status text not null default 'draft' check (status in ('draft', 'review', 'published', 'archived')),
  published_version integer,
  -- Kept while it is archived.
  published_at timestamptz,
  -- Kept while it is not published, to redirect from it when it is published with another one.
  public_slug text,
  scheduled_for timestamptz,
  scheduled_version integer,
  unpublish_at timestamptz,
  -- Number of the current schedule; jobs of earlier ones do nothing.
  turn integer not null default 1,
  taken_down_at timestamptz,
  taken_down_reason text,
  -- What is searched: the published version, and the names of the tags.
  language regconfig not null default 'english',
  public_title text not null default '',
  public_excerpt text not null default '',
  public_text text not null default '',
  tags text not null default '',
  search tsvector not null generated always as (
    setweight(to_tsvector(language, public_title), 'A')
    || setweight(to_tsvector(language, public_excerpt || ' ' || tags), 'B')
    || setweight(to_tsvector(language, public_text), 'C')) stored,
  views_count integer not null default 0,
  helpful_count integer not null default 0,
  unhelpful_count integer not null default 0,
  comments_count integer not null default 0,
  author_id uuid references users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'published') = (published_version is not null)),
  check (status <> 'published' or published_at is not null),
  check ((scheduled_for is null) = (scheduled_version is null)),
  constraint kb_articles_slug unique (account_id, slug)
);
create unique index kb_articles_public_slug on kb_articles (public_slug) where status = 'published' and is_public;
create index kb_articles_account on kb_articles (account_id, created_at desc, id desc);
create index kb_articles_account_updated on kb_articles (account_id, updated_at desc, id desc);
create index kb_articles_account_title on kb_articles (account_id, title, id);
create index kb_articles_account_published on kb_articles (account_id, published_at desc, id desc);
create index kb_articles_account_views on kb_articles (account_id, views_count desc, id desc);
create index kb_articles_published on kb_articles (published_at desc, id desc) where status = 'published' and is_public;
create index kb_articles_popular on kb_articles (views_count desc, id desc) where status = 'published' and is_public;
create index kb_articles_titles on kb_articles (public_title, id) where status = 'published' and is_public;
create index kb_articles_category on kb_articles (category_id, sort_order, id);
create index kb_articles_scheduled on kb_articles (scheduled_for) where scheduled_for is not null;
create index kb_articles_unpublish on kb_articles (unpublish_at) where unpublish_at is not null;
create index kb_articles_author on kb_articles (author_id);
create index kb_articles_search on kb_articles using gin (search);

create table kb_tags (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null check (length(name) between 1 and 100),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 150),
  color text not null default '#3b82f6' check (color ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint kb_tags_slug unique (account_id, slug)
);
create unique index kb_tags_name on kb_tags (account_id, lower(name));
create index kb_tags_by_slug on kb_tags (slug);

create table kb_article_tags (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  article_id uuid not null references kb_articles on delete cascade,
  tag_id uuid not null references kb_tags on delete cascade,
  constraint kb_article_tags_tag unique (article_id, tag_id)
);
create index kb_article_tags_of_tag on kb_article_tags (tag_id, article_id);
create index kb_article_tags_account on kb_article_tags (account_id);

-- `account_id` is that of the article; its author may belong to another account.
create table kb_comments (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  article_id uuid not null references kb_articles on delete cascade,
  -- A comment on the article itself, never a reply.
  parent_id uuid references kb_comments on delete cascade,
  author_id uuid references users on delete set null,
  author_account_id uuid references accounts on delete set null,
  content text not null check (length(content) between 1 and 2000),
  rendered_content text not null,
  status text not null check (status in ('pending', 'approved', 'rejected', 'spam')),
  -- Why it was judged so.
  reason text check (length(reason) <= 500),
  moderated_by_id uuid references users on delete set null,
  moderated_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (parent_id <> id)
);
create index kb_comments_article on kb_comments (article_id, created_at desc, id desc);
create index kb_comments_parent on kb_comments (parent_id, created_at);
create index kb_comments_account on kb_comments (account_id, created_at desc, id desc);
create index kb_comments_status on kb_comments (account_id, status, created_at desc, id desc);
create index kb_comments_author on kb_comments (author_id, created_at desc);
create index kb_comments_author_account on kb_comments (author_account_id);
create index kb_comments_moderated_by on kb_comments (moderated_by_id);

-- Whether an article helped, once per viewer. `viewer` is a keyed digest.
create table kb_feedback (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  article_id uuid not null references kb_articles on delete cascade,
  viewer text not null,
  is_helpful boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint kb_feedback_viewer unique (article_id, viewer)
);
create index kb_feedback_account on kb_feedback (account_id);

-- Who was counted in a half hour, so that nobody counts twice. Lost in a crash, and deleted after a day.
create unlogged table kb_views (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  article_id uuid not null references kb_articles on delete cascade,
  viewer text not null,
  period timestamptz not null,
  constraint kb_views_viewer unique (article_id, viewer, period)
);
create index kb_views_period on kb_views (period);
create index kb_views_account on kb_views (account_id);

create table kb_view_days (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  article_id uuid not null references kb_articles on delete cascade,
  day date not null,
  views_count integer not null default 0,
  constraint kb_view_days_article unique (article_id, day)
);
create index kb_view_days_account on kb_view_days (account_id, day);
create index kb_view_days_day on kb_view_days (day);

-- Searches that found nothing. Who searched is not kept; without an account, it was a visitor.
create table kb_searches (
  id uuid primary key,
  account_id uuid references accounts on delete cascade,
  query text not null check (length(query) between 1 and 200),
  searches_count integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint kb_searches_query unique nulls not distinct (account_id, query)
);
create index kb_searches_updated on kb_searches (updated_at);

alter table file_links drop constraint file_links_subject_type_check;
alter table file_links add constraint file_links_subject_type_check check (subject_type in ('page', 'kb_article'));

-- Searching for a part of a text uses trigrams. Without the extension, search works but is slower.
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index kb_articles_text on kb_articles using gin (public_title gin_trgm_ops, public_text gin_trgm_ops);
    create index kb_articles_title on kb_articles using gin (title gin_trgm_ops);
    create index kb_categories_name on kb_categories using gin (name gin_trgm_ops);
    create index kb_comments_content on kb_comments using gin (content gin_trgm_ops);
  end if;
end $$;

-- Imports and exports of articles as archives of Markdown.
create table kb_transfers (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  kind text not null check (kind in ('import', 'export')),
  status text not null default 'pending' check (status in ('pending', 'processing', 'completed', 'failed')),
  -- What is imported, or was exported.
  file_id uuid references files on delete set null,
  -- Where imported articles are put that name no category of the account.
  category_id uuid references kb_categories on delete set null,
  articles_count integer not null default 0,
  problems jsonb not null default '[]',
  error text check (length(error) <= 500),
  requested_by_id uuid references users on delete set null,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index kb_transfers_account on kb_transfers (account_id, created_at desc, id desc);
create index kb_transfers_created on kb_transfers (created_at);
create index kb_transfers_file on kb_transfers (file_id);
create index kb_transfers_category on kb_transfers (category_id);
create index kb_transfers_requested_by on kb_transfers (requested_by_id);

-- What was imported already: a repeated job does not import it again.
create table kb_transfer_entries (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  transfer_id uuid not null references kb_transfers on delete cascade,
  path text not null,
  article_id uuid references kb_articles on delete set null,
  file_id uuid references files on delete set null,
  constraint kb_transfer_entries_path unique (transfer_id, path)
);
create index kb_transfer_entries_account on kb_transfer_entries (account_id);
create index kb_transfer_entries_article on kb_transfer_entries (article_id);
create index kb_transfer_entries_file on kb_transfer_entries (file_id);
