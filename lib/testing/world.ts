import { createHash } from "node:crypto";
import { v7 } from "uuid";
import type { Actor, Role } from "@/lib/core/access/actor";
import type { DocumentId, Id, ProjectId, UserId } from "@/lib/core/ids";
import { presetSchema, type Preset } from "@/lib/core/schema/preset";
import { DocumentText } from "@/lib/core/text/document-text";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/usecases/context";

/** What day it is in the tests. */
export const NOW = new Date("2026-11-22T08:00:00.000Z");

export const newId = <K extends string>(): Id<K> => v7() as Id<K>;

/** The context of a person, or of somebody with other rights. */
export function contextOf(db: Database, actor: UserId | Actor): Context {
  return {
    db,
    newId,
    now: () => NOW,
    announce: () => undefined,
    show: () => undefined,
    actor: typeof actor === "string" ? { userId: actor, isAdmin: false, limits: null } : actor,
  };
}

/** Writes rows as they would be after use, without going through the use cases that make them. */
export function worldOf(db: Database) {
  const { prisma } = db;
  return {
    async person(name = "Ana"): Promise<UserId> {
      const id = newId<"user">();
      await prisma.user.create({ data: { id, email: `${id}@example.org`, name, createdAt: NOW } });
      return id;
    },

    async project({
      mode = "independent",
      preset = "claim-actor-stance",
    }: { mode?: ProjectMode; preset?: Preset } = {}): Promise<ProjectId> {
      const id = newId<"project">();
      const schema = presetSchema(preset);
      await prisma.project.create({
        data: { id, name: "A project", mode, createdAt: NOW, updatedAt: NOW, activeAt: NOW },
      });
      await prisma.schemaVersion.create({
        data: {
          projectId: id,
          version: 1,
          body: JSON.parse(JSON.stringify(schema)) as Prisma.InputJsonObject,
          createdAt: NOW,
        },
      });
      await prisma.guidelineVersion.create({
        data: { projectId: id, version: 1, markdown: "", createdAt: NOW },
      });
      await prisma.label.createMany({ data: schema.labels.map(({ key }) => ({ projectId: id, key })) });
      await prisma.relationType.createMany({
        data: schema.relationTypes.map(({ key }) => ({ projectId: id, key })),
      });
      return id;
    },

    async member(projectId: ProjectId, role: Role, name?: string): Promise<UserId> {
      const userId = await this.person(name ?? role);
      await prisma.membership.create({ data: { projectId, userId, role, createdAt: NOW } });
      return userId;
    },

    async document(
      projectId: ProjectId,
      text: string,
      externalId: string | null = null,
    ): Promise<DocumentId> {
      const id = newId<"document">();
      const textSha256 = createHash("sha256").update(text).digest("hex");
      const { length } = DocumentText.of(text);
      await prisma.document.create({
        data: {
          projectId,
          id,
          externalId,
          title: text.slice(0, 80),
          text,
          textSha256,
          length,
          createdAt: NOW,
          updatedAt: NOW,
        },
      });
      return id;
    },
  };
}
