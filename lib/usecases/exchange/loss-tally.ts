import { LISTED_LOSSES, type ListedLoss, type LossReport } from "@/lib/contracts/exchange";
import { LOSS_KINDS, type LossKind } from "@/lib/core/exchange/formats/loss";
import type { EncodedSource } from "./encoded-sources";

/** Counts what an export holds and what it cannot hold, while it is made. */
export class LossTally {
  readonly #counts = new Map<LossKind, number>();
  readonly #listed: ListedLoss[] = [];
  #sets = 0;
  #annotations = 0;
  #relations = 0;

  add(encoded: EncodedSource): void {
    if (encoded.source === null) return;
    this.#sets += 1;
    this.#annotations += encoded.source.spans.length;
    this.#relations += encoded.source.relations.length;
    for (const { kind } of encoded.losses) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    for (const loss of listedLosses(encoded)) {
      if (this.#listed.length === LISTED_LOSSES) break;
      this.#listed.push(loss);
    }
  }

  report(format: LossReport["format"]): LossReport {
    return {
      format,
      rows: this.#sets,
      annotations: this.#annotations,
      relations: this.#relations,
      losses: LOSS_KINDS.flatMap((kind) => {
        const count = this.#counts.get(kind);
        return count === undefined ? [] : [{ kind, count }];
      }),
      listed: this.#listed,
    };
  }
}

/** The losses with the names of their document and annotator. */
export function listedLosses({ source, losses }: EncodedSource): readonly ListedLoss[] {
  if (source === null) return [];
  const { document, set } = source;
  const where = {
    document: document.id,
    externalId: document.externalId,
    annotator: set?.annotator ?? null,
  };
  return losses.map(({ kind, of, reason }) => ({ ...where, annotation: of, kind, reason }));
}
