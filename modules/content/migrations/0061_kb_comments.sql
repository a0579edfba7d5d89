-- How an account moderates comments, and the day for which its moderators were notified of what waits.
create table kb_moderation (
  account_id uuid primary key references accounts on delete cascade,
  trust_returning boolean not null default false,
  digest_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index kb_comments_shown on kb_comments (created_at desc, id desc) where status = 'approved' and parent_id is null;
create index kb_comments_pending on kb_comments (account_id) where status = 'pending';
create index kb_tags_name_order on kb_tags (name, id);
