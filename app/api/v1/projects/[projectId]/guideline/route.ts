import { z } from "zod";
import { GuidelineBody } from "@/lib/contracts/guideline";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { versionOf, versionTag } from "@/lib/contracts/version-tag";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { readGuideline } from "@/lib/usecases/guideline/read-guideline";
import { writeGuideline } from "@/lib/usecases/guideline/write-guideline";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params }, async (ctx, input) => {
  const guideline = await readGuideline(ctx, input.params);
  return reply(guideline, { headers: { etag: versionTag(guideline.version) } });
});

export const PUT = route({ params, body: GuidelineBody }, async (ctx, input) => {
  const basedOn = versionOf(input.request.headers.get("if-match"));
  const guideline = await writeGuideline(ctx, { ...input.params, basedOn, markdown: input.body.markdown });
  return reply(guideline, { headers: { etag: versionTag(guideline.version) } });
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
