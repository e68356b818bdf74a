import { Agent } from "node:http";
import type { DocumentId, ProjectId, SetId } from "@/lib/core/ids";
import { connect, type Database } from "@/lib/db/client";
import { tokenOf } from "@/lib/testing/send";
import { contextOf, worldOf } from "@/lib/testing/world";
import { openSet } from "@/lib/usecases/sets/open-set";
import { startApp, type RunningApp } from "../../fixtures/app-server";
import { article } from "../corpus";
import { openStreamClient, type StreamClient } from "../stream-client";

/** An app of its own, so that nothing that was measured before weighs on it. */
export interface Measured {
  readonly app: RunningApp;
  readonly db: Database;
  readonly agent: Agent;
}

export async function onInstallation<T>(
  work: (measured: Measured) => Promise<T>,
  variables: Readonly<Record<string, string>> = {},
): Promise<T> {
  const app = await startApp({ durable: true, variables });
  const db = connect(app.databaseUrl, { maxConnections: 20, statementTimeoutMs: 0 });
  const agent = new Agent({ keepAlive: true });
  try {
    return await work({ app, db, agent });
  } finally {
    agent.destroy();
    await db.close();
    await app.stop();
  }
}

export interface Room {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly setId: SetId;
  readonly token: string;
}

/** A shared article and somebody who works in it. */
export async function aRoom({ db }: Measured): Promise<Room> {
  const world = worldOf(db);
  const projectId = await world.project({ mode: "shared" });
  const documentId = await world.document(projectId, article(1));
  const userId = await world.member(projectId, "annotator");
  const { set } = await openSet(contextOf(db, userId), { projectId, documentId, kind: "shared" });
  return { projectId, documentId, setId: set.id, token: await tokenOf(db, userId) };
}

/** Members who listen: `count` streams of as many people, or of one. */
export async function listen(
  { app, db }: Measured,
  { projectId, documentId }: Room,
  count: number,
  people = count,
): Promise<readonly StreamClient[]> {
  const world = worldOf(db);
  const tokens = await Promise.all(
    Array.from({ length: people }, async () => tokenOf(db, await world.member(projectId, "annotator"))),
  );
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      openStreamClient(app.url, eventsOf(projectId, documentId), tokens[index % people] ?? ""),
    ),
  );
}

export function eventsOf(projectId: string, documentId: string): string {
  return `/api/v1/projects/${projectId}/documents/${documentId}/events`;
}
