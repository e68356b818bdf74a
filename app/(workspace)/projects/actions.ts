"use server";

import { z } from "zod";
import { DocumentIdSchema, ProjectIdSchema } from "@/lib/contracts/ids";
import { action } from "@/lib/server/action";
import { restoreDocument } from "@/lib/usecases/documents/restore-document";
import { restoreImport } from "@/lib/usecases/documents/restore-import";
import { trashImport } from "@/lib/usecases/documents/trash-import";
import { restoreProject } from "@/lib/usecases/projects/restore-project";

const project = z.strictObject({ projectId: ProjectIdSchema });
const document = project.extend({ documentId: DocumentIdSchema });

const moment = z.iso.datetime().transform((time) => new Date(time));
const madeByImport = project.extend({ createdAt: moment });

export const restoreProjectAction = action(project, restoreProject);
export const restoreDocumentAction = action(document, restoreDocument);
export const trashImportAction = action(madeByImport, trashImport);
export const restoreImportAction = action(madeByImport.extend({ trashedAt: moment }), restoreImport);
