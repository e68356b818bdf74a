"use server";

import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { action } from "@/lib/server/action";
import { restoreDocument } from "@/lib/usecases/documents/restore-document";
import { restoreProject } from "@/lib/usecases/projects/restore-project";

const project = z.strictObject({ projectId: ProjectIdSchema });
const document = project.extend({ documentId: DocumentIdSchema });

export const restoreProjectAction = action(project, restoreProject);
export const restoreDocumentAction = action(document, restoreDocument);
