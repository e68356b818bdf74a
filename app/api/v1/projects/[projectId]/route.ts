import { z } from "zod";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { ProjectPatch } from "@/lib/contracts/project";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readProject } from "@/lib/usecases/projects/read-project";
import { trashProject } from "@/lib/usecases/projects/trash-project";
import { updateProject } from "@/lib/usecases/projects/update-project";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const GET = route({ params }, (ctx, input) => readProject(ctx, input.params));

export const PATCH = route({ params, body: ProjectPatch }, (ctx, input) =>
  updateProject(ctx, { ...input.params, ...input.body }),
);

export const DELETE = route({ params }, (ctx, input) => trashProject(ctx, input.params));

export const { POST, PUT, OPTIONS } = otherMethods({ GET, PATCH, DELETE });
