import { describe, expect, it } from "vitest";
import { GET as healthz } from "@/app/healthz/route";
import { GET as readyz } from "@/app/readyz/route";
import { Problem } from "@/lib/contracts/problem";
import { asServer } from "@/lib/testing/as-server";
import { worldOf } from "@/lib/testing/world";
import { closeDatabase } from "./database";

const db = await asServer();

describe("/readyz", () => {
  it("waits for the sample project", async () => {
    const response = await readyz();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(Problem.parse(await response.json())).toMatchObject({
      code: "not_ready",
      errors: [{ path: "sample" }],
    });
    await worldOf(db).project();
    expect((await readyz()).status).toBe(200);
  });

  it("waits for the migrations of this version", async () => {
    await db.pool.query(
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%_first'",
    );
    expect(await (await readyz()).json()).toMatchObject({ status: 503, errors: [{ path: "schema" }] });
    await db.pool.query("UPDATE _prisma_migrations SET finished_at = now()");
    expect((await readyz()).status).toBe(200);
  });

  it("says when the database does not answer in a second", async () => {
    const holder = await db.pool.connect();
    await holder.query("BEGIN");
    await holder.query("LOCK TABLE _prisma_migrations IN ACCESS EXCLUSIVE MODE");
    expect(await (await readyz()).json()).toMatchObject({ status: 503, errors: [{ path: "database" }] });
    await holder.query("ROLLBACK");
    holder.release();
    expect((await readyz()).status).toBe(200);
  });

  it("is never kept by a cache", async () => {
    expect((await readyz()).headers.get("cache-control")).toBe("private, no-store");
  });
});

describe("/healthz", () => {
  it("says that the process lives, without a database", async () => {
    await closeDatabase();
    const response = healthz();
    expect([response.status, await response.json()]).toEqual([200, { status: "alive" }]);
  });
});
