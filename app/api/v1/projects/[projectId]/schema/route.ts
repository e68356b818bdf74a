import { z } from "zod";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { SchemaBody } from "@/lib/contracts/schema";
import { versionOf, versionTag } from "@/lib/contracts/version-tag";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { readSchema } from "@/lib/usecases/schema/read-schema";
import { writeSchema } from "@/lib/usecases/schema/write-schema";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params }, async (ctx, input) => {
  const schema = await readSchema(ctx, input.params);
  return reply(schema, { headers: { etag: versionTag(schema.version) } });
});

export const PUT = route({ params, body: SchemaBody }, async (ctx, input) => {
  const basedOn = versionOf(input.request.headers.get("if-match"));
  const schema = await writeSchema(ctx, { ...input.params, basedOn, schema: input.body });
  return reply(schema, { headers: { etag: versionTag(schema.version) } });
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
