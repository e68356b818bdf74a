import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { Pool, type QueryConfig, type QueryResult } from "pg";

/** Type numbers of Postgres: "char", the system catalogues' type of one byte, and text. */
const CHAR_TYPE = 18;
const TEXT_TYPE = 25;

/**
 * Connects the schema engine to a database. Differs from `PrismaPg` in three ways: a script is sent whole, as one
 * simple-protocol query and so as one transaction (the original cuts it at every `;`, inside `$$ … $$` too); a shadow
 * database is closed before it is dropped; and the type "char" of the system catalogues can be read.
 */
export class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  /** Why the last script failed; the engine itself only passes on that one did. */
  scriptError: unknown;
  readonly #url: string;
  readonly #pools: Pool[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.#adapter(this.#url, () => Promise.resolve());
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `triptych_shadow_${randomUUID()}`;
    const main = this.#pool(this.#url);
    await main.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    return this.#adapter(url.href, async () => {
      await main.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#pools.filter((pool) => !pool.ended).map((pool) => pool.end()));
  }

  async #adapter(url: string, afterwards: () => Promise<void>): Promise<SqlDriverAdapter> {
    const pool = this.#pool(url);
    const adapter = await new PrismaPg(pool).connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        this.scriptError = error;
        throw error;
      });
    };
    adapter.dispose = async () => {
      if (!pool.ended) await pool.end();
      await afterwards();
    };
    letReadChar(adapter, pool);
    return adapter;
  }

  #pool(url: string): Pool {
    const pool = new Pool({
      connectionString: url,
      max: 1,
      lock_timeout: 2_000,
      application_name: "triptych migrate",
    });
    const ignore = (): undefined => undefined;
    pool.on("error", ignore);
    pool.on("connect", (client) => client.on("error", ignore));
    this.#pools.push(pool);
    return pool;
  }
}

/** The adapter refuses columns of type "char" as unknown; it is shown text, and the engine is told characters. */
function letReadChar(adapter: SqlDriverAdapter, pool: Pool): void {
  const charColumns = new WeakMap<readonly unknown[], ReadonlySet<number>>();
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: string | QueryConfig): Promise<QueryResult> => {
      const result = await query(config);
      // A script of many statements gives a list of results, which nobody looks at.
      if (Array.isArray(result)) return result as never;
      const chars = [...result.fields.entries()].filter(([, field]) => field.dataTypeID === CHAR_TYPE);
      for (const [, field] of chars) field.dataTypeID = TEXT_TYPE;
      charColumns.set(result.rows, new Set(chars.map(([index]) => index)));
      return result;
    },
  });
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    const chars = charColumns.get(result.rows);
    const columnTypes = result.columnTypes.map((type, at) =>
      chars?.has(at) === true ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}
