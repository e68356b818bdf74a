import { MAX_LISTED_ERRORS, type ImportReport } from "@/lib/contracts/exchange";
import type { LineError } from "@/lib/core/exchange/line-fault";
import type { OffsetUnit } from "@/lib/core/exchange/offset-unit";

/** Counts what becomes of a file's lines. */
export class ImportTally {
  created = 0;
  updated = 0;
  unchanged = 0;
  skipped = 0;
  failed = 0;
  annotationsNotTaken = 0;
  /** Whether the last batch held lines of documents that were there before: then the next may too. */
  meetsKnown = true;
  readonly #errors: LineError[] = [];
  readonly #units = new Set<OffsetUnit>();

  fail(error: LineError): void {
    this.failed += 1;
    if (this.#errors.length < MAX_LISTED_ERRORS) this.#errors.push(error);
  }

  saw(unit: OffsetUnit | null): void {
    if (unit !== null) this.#units.add(unit);
  }

  /** Whether no line has come by yet. */
  get isEmpty(): boolean {
    return this.created + this.updated + this.unchanged + this.skipped + this.failed === 0;
  }

  /** The unit of the lines so far, where they agree. */
  get unit(): OffsetUnit | null {
    const [unit = null, other] = this.#units;
    return other === undefined ? unit : null;
  }

  /**
   * @param kept false where everything was taken back.
   * @param at when what was created says that it was.
   */
  report(kept: boolean, at: Date): ImportReport {
    const { created, updated, unchanged, skipped, failed, annotationsNotTaken } = this;
    return {
      state: kept ? "done" : "failed",
      ...(kept
        ? { created, updated, unchanged, skipped }
        : { created: 0, updated: 0, unchanged: 0, skipped: 0 }),
      failed,
      annotationsNotTaken: kept ? annotationsNotTaken : 0,
      offsetUnit: this.#units.size > 1 ? "mixed" : this.unit,
      createdAt: kept && created > 0 ? at.toISOString() : null,
      errors: [...this.#errors].sort((a, b) => a.line - b.line || a.byte - b.byte),
    };
  }
}
