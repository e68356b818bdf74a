import type { PoolClient } from "pg";

/** Columns of one table that name a row of another. */
interface ForeignKey {
  readonly from: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly named: readonly string[];
}

/**
 * Deletes the row of `table` whose `key` columns have these values, and all that hangs on it: the rows that refer to it
 * by a foreign key, the rows that refer to those, and so on. What hangs on what is the database's own knowledge, so a
 * table that is added later is not forgotten.
 * @returns how many rows each table has lost.
 */
export async function deleteWithDependents(
  client: PoolClient,
  table: string,
  key: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, number>> {
  const keys = await foreignKeys(client);
  const hanging = dependents(keys, table);
  const quoted = (name: string) => client.escapeIdentifier(name);
  const list = (names: readonly string[]) => names.map(quoted).join(", ");
  const own = Object.keys(key).map((column, index) => `${quoted(column)} = $${index + 1}::uuid`);

  const conditionOf = (name: string): string => {
    if (name === table) return own.join(" and ");
    return keys
      .filter(({ from, to }) => from === name && to !== name && hanging.has(to))
      .map(
        ({ columns, to, named }) =>
          `(${list(columns)}) in (select ${list(named)} from ${quoted(to)} where ${conditionOf(to)})`,
      )
      .join(" or ");
  };

  const deleted = new Map<string, number>();
  for (const name of referringFirst(keys, hanging)) {
    const statement = `delete from ${quoted(name)} where ${conditionOf(name)}`;
    const { rowCount } = await client.query(statement, Object.values(key));
    deleted.set(name, rowCount ?? 0);
  }
  return deleted;
}

async function foreignKeys(client: PoolClient): Promise<readonly ForeignKey[]> {
  const names = (table: string, columns: string) => `
    array(select a.attname::text from unnest(f.${columns}) with ordinality as given (number, place)
      join pg_attribute a on a.attrelid = f.${table} and a.attnum = given.number order by given.place)`;
  const { rows } = await client.query<ForeignKey>(`
    select c.relname as "from", r.relname as "to",
      ${names("conrelid", "conkey")} as columns, ${names("confrelid", "confkey")} as named
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace
    order by c.relname, f.conname`);
  return rows;
}

/** The table itself and every table that leads to it. */
function dependents(keys: readonly ForeignKey[], table: string): ReadonlySet<string> {
  const found = new Set([table]);
  for (const name of found) for (const { from, to } of keys) if (to === name) found.add(from);
  return found;
}

function referringFirst(keys: readonly ForeignKey[], tables: ReadonlySet<string>): readonly string[] {
  const sorted: string[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const isReferredTo = (name: string) =>
      keys.some(({ from, to }) => to === name && from !== name && waiting.has(from));
    const free = [...waiting].filter((name) => !isReferredTo(name));
    if (free.length === 0)
      throw new RangeError(`tables refer to one another in a circle: ${[...waiting].join(", ")}`);
    for (const name of free) waiting.delete(name);
    sorted.push(...free);
  }
  return sorted;
}
