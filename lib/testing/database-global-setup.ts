import { randomUUID } from "node:crypto";
import type { TestProject } from "vitest/node";
import { withConnection } from "@/lib/db/connection";
import { generateClient } from "@/prisma/generate.js";
import { deployMigrations } from "@/prisma/migrate";
import { startTemporaryServer } from "./temporary-server";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated, empty database that test files clone. */
    readonly templateUrl: string;
  }
}

/**
 * One database server for the whole run: that of TRIPTYCH_TEST_DATABASE_URL, else one of our own, with one migrated
 * template.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const given = process.env["TRIPTYCH_TEST_DATABASE_URL"];
  const server =
    given === undefined ? await startTemporaryServer() : { url: given, stop: () => Promise.resolve() };
  const template = `triptych_template_${randomUUID().replaceAll("-", "")}`;
  const tearDown = async () => {
    await onServer(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server.stop();
  };
  try {
    await onServer(server.url, `CREATE DATABASE ${template} ENCODING 'UTF8' TEMPLATE template0`);
    const templateUrl = new URL(`/${template}`, server.url).href;
    await deployMigrations(templateUrl);
    project.provide("templateUrl", templateUrl);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  await withConnection(url, (client) => client.query(statement));
}
