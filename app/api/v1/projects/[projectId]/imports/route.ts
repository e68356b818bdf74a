import { z } from "zod";
import { IMPORT_TYPES, ImportQuery } from "@/lib/contracts/exchange";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import { otherMethods } from "@/lib/server/other-methods";
import { announcedLength, chunksOf } from "@/lib/server/read-body";
import { route } from "@/lib/server/route";
import { importFile } from "@/lib/usecases/exchange/import-file";

const params = z.strictObject({ projectId: ProjectIdSchema });

export const POST = route(
  { params, query: ImportQuery, body: "stream", types: IMPORT_TYPES },
  (ctx, { params, query, request }) =>
    importFile(ctx, {
      ...params,
      ...query,
      bytes: chunksOf(request),
      announced: announcedLength(request),
      signal: request.signal,
    }),
);

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
