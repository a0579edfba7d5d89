import type pg from 'pg'
import type { BackedUpTable, BackupIndex } from './format.ts'

// Objects in the schemas of the product and of pg-boss, without those of extensions such as pg_trgm.
const OURS = `n.nspname in (current_schema(), 'pgboss') and not exists (
  select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`
const NAME = `case when n.nspname = current_schema() then '' else quote_ident(n.nspname) || '.' end || quote_ident(c.relname)`

export interface TableInfo extends BackedUpTable {
  partitioned: boolean
}

/** All tables with their columns, except generated ones; a partitioned table once, with its partitions. */
export async function readTables(client: pg.Client): Promise<TableInfo[]> {
  const { rows } = await client.query<TableInfo>(`
    select ${NAME} as name, c.relkind = 'p' as partitioned,
      (select coalesce(json_agg(quote_ident(a.attname) order by a.attnum), '[]') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      case when c.relkind = 'p' then (
        select coalesce(json_agg(json_build_object('name', quote_ident(p.relname),
          'bound', pg_get_expr(p.relpartbound, p.oid)) order by p.relname), '[]')
        from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid) end as partitions
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} order by 1`)
  return rows.map(({ partitions, ...table }) => ({ ...table, ...(partitions && { partitions }) }))
}

export async function readSequences(client: pg.Client): Promise<BackupIndex['sequences']> {
  const { rows } = await client.query<{ name: string }>(`
    select ${NAME} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OURS} order by 1`)
  const sequences: BackupIndex['sequences'] = []
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ value: string | null }>(
      `select case when is_called then last_value::text end as value from ${name}`,
    )
    sequences.push({ name, value: values[0]?.value ?? null })
  }
  return sequences
}

/** Names of the tables among `tables` that hold rows. */
export async function tablesWithRows(client: pg.Client, tables: TableInfo[]): Promise<string[]> {
  if (tables.length === 0) return []
  const queries = tables.map(
    ({ name }) => `select ${literal(name)} as name where exists (select from ${name})`,
  )
  const { rows } = await client.query<{ name: string }>(queries.join(' union all '))
  return rows.map((row) => row.name)
}

/** Statements that drop indexes, foreign keys and triggers before loading, and statements that restore them. */
export async function readObstacles(client: pg.Client) {
  const { rows } = await client.query<{ remove: string; restore: string }>(`
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as remove,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as restore,
      2 as place
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${OURS}
    union all
    select format('alter table %s disable trigger %I', g.tgrelid::regclass, g.tgname),
      format('alter table %s enable trigger %I', g.tgrelid::regclass, g.tgname), 3
    from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not g.tgisinternal and g.tgenabled = 'O' and g.tgparentid = 0 and ${OURS}
    union all
    select format('drop index %s', x.indexrelid::regclass), pg_get_indexdef(x.indexrelid), 1
    from pg_index x join pg_class i on i.oid = x.indexrelid and i.relkind = 'i' and not i.relispartition
      join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace
    where not exists (select from pg_constraint k where k.conindid = x.indexrelid) and ${OURS}
    order by place, restore`)
  return rows
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
