import { type Kysely, sql } from 'kysely'

const TABLES = sql<{ line: string }>`
  select format(E'create table %I (\\n%s\\n);', c.relname, string_agg(l.line, E',\\n' order by l.kind, l.place)) as line
  from pg_class c
  cross join lateral (
    select 1 as kind, lpad(a.attnum::text, 4) as place,
      format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    union all
    select 2, k.contype::text || k.conname, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')
  ) l
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely_%'
  group by c.relname order by c.relname`

const INDEXES = sql<{ line: string }>`
  select replace(pg_get_indexdef(i.indexrelid), 'public.', '') || ';' as line
  from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
  where t.relnamespace = 'public'::regnamespace and t.relname not like 'kysely_%'
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = t.oid)
  order by x.relname`

const FUNCTIONS = sql<{ line: string }>`
  select rtrim(replace(pg_get_functiondef(p.oid), 'public.', ''), E'\\n') || ';' as line
  from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`

const TRIGGERS = sql<{ line: string }>`
  select replace(pg_get_triggerdef(g.oid), 'public.', '') || ';' as line
  from pg_trigger g join pg_class t on t.oid = g.tgrelid
  where t.relnamespace = 'public'::regnamespace and not g.tgisinternal order by t.relname, g.tgname`

/** The schema as SQL text in a stable order, for `schema.sql`: the effect of a migration is visible in review. */
export async function dumpSchema(db: Kysely<never>): Promise<string> {
  const lines: string[] = []
  for (const part of [TABLES, INDEXES, FUNCTIONS, TRIGGERS]) {
    const { rows } = await part.execute(db)
    lines.push(...rows.map((row) => row.line.replaceAll('"', '')))
  }
  return `-- Written by npm run generate from the migrations; do not edit.\n\n${lines.join('\n\n')}\n`
}
