import type { Access } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import type { Encoder, ExportSettings, Piece } from "@/lib/core/exchange/formats/exporter";
import { EXPORTERS } from "@/lib/core/exchange/formats/exporters";
import type { SetFormat } from "@/lib/core/exchange/formats/format-names";
import type { Loss } from "@/lib/core/exchange/formats/loss";
import { MisquotedError, type TrainingSource } from "@/lib/core/exchange/training-row";
import type { Database } from "@/lib/db/client";
import { schemasOf, trainingSources, type TrainingSelection } from "@/lib/db/export-repository";
import { readSnapshot } from "@/lib/db/snapshot";

export interface EncodedExport {
  readonly format: SetFormat;
  readonly settings: ExportSettings;
  readonly selection: TrainingSelection;
}

/** What a file has for one document and set, and what it has not; or, without a source, its beginning or end. */
export interface EncodedSource {
  readonly source: TrainingSource | null;
  readonly pieces: readonly Piece[];
  readonly losses: readonly Loss[];
}

/**
 * A project in a format, as its database stands when the first piece is asked for.
 * @throws AppError `corrupt`, naming the annotation, where a row does not hold: nothing after it is written.
 */
export function encodedSources(
  db: Database,
  access: Access,
  { format, settings, selection }: EncodedExport,
): AsyncGenerator<EncodedSource> {
  return readSnapshot(db, async function* (snapshot) {
    const encoder = EXPORTERS[format].begin(await schemasOf(snapshot, access.projectId), settings);
    yield ofNobody(encoder.head);
    for await (const sources of trainingSources(snapshot, access, selection)) {
      for (const source of sources) yield { source, ...encodeSoundly(encoder, source) };
    }
    yield ofNobody(encoder.end());
  });
}

function ofNobody(pieces: readonly Piece[]): EncodedSource {
  return { source: null, pieces, losses: [] };
}

function encodeSoundly(encoder: Encoder, source: TrainingSource) {
  try {
    return encoder.encode(source);
  } catch (error) {
    if (error instanceof MisquotedError)
      throw new AppError("corrupt", { detail: `The export was stopped. ${error.message}`, cause: error });
    throw error;
  }
}
