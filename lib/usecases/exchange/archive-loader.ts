import type { Permit } from "@/lib/core/access/rules";
import { at } from "@/lib/core/at";
import type { DocumentLine, SetLine } from "@/lib/core/exchange/archive-line";
import type { DocumentId, SetId } from "@/lib/core/ids";
import { DocumentText } from "@/lib/core/text/document-text";
import {
  awaitingSets,
  clearBeginnings,
  insertArchivedDocuments,
  insertGuidelineLine,
  insertSchemaLine,
  setAnnotationCounts,
  type ArchivedDocument,
} from "@/lib/db/archive-writer";
import { insertOperations, insertProjection, insertSets, type WholeSetRow } from "@/lib/db/bulk-sets";
import type { Tx } from "@/lib/db/client";
import type { Context } from "../context";
import { archiveFault } from "./archive-fault";
import type { NumberedLine } from "./archive-lines";
import { ArchivePeople } from "./archive-people";
import { foldArchivedLog, toStored, type ArchivedLog } from "./archived-log";
import { sha256 } from "./decode-line";

/** The order of an archive's sections; people may come anywhere. */
const SECTIONS = ["archive", "schema", "guideline", "document", "set", "operation"] as const;
const BATCH_ROWS = 500;
const BATCH_UNITS = 4_000_000;
const BATCH_OPERATIONS = 2_000;

/** Stores an archive line by line, holding no more than a batch; `finish` stores the rest. */
export class ArchiveLoader {
  readonly #people: ArchivePeople;
  #section = 0;
  #documents: ArchivedDocument[] = [];
  #units = 0;
  #stored = 0;
  #sets: WholeSetRow[] = [];
  #logs: { readonly setId: SetId; readonly lines: ArchivedLog["lines"][number][] }[] = [];
  #operations = 0;

  constructor(
    private readonly ctx: Context,
    private readonly tx: Tx,
    private readonly permit: Permit<"project.archive">,
    private readonly toDocuments: Permit<"document.write">,
  ) {
    this.#people = new ArchivePeople(ctx, tx, permit);
  }

  async take({ number, content }: NumberedLine): Promise<void> {
    if (content.type === "user") return this.#people.admit(content, number);
    const section = SECTIONS.indexOf(content.type);
    if (section < this.#section)
      throw archiveFault(number, `A line of type “${content.type}” comes too late.`);
    if (section > this.#section) await this.#flush();
    this.#section = section;
    switch (content.type) {
      case "archive":
        return clearBeginnings(this.tx, this.permit, content.mode, this.ctx.now());
      case "schema":
        return insertSchemaLine(
          this.tx,
          this.permit,
          content,
          this.#people.maybe(content.created_by, number),
        );
      case "guideline":
        return insertGuidelineLine(
          this.tx,
          this.permit,
          content,
          this.#people.maybe(content.created_by, number),
        );
      case "document":
        return this.#takeDocument(content, number);
      case "set":
        this.#sets.push(this.#toSet(content, number));
        return this.#sets.length < BATCH_ROWS ? undefined : this.#flush();
      case "operation": {
        const setId = content.set as SetId;
        const current = this.#logs.at(-1);
        if (current?.setId === setId) current.lines.push({ number, content });
        else {
          if (this.#operations >= BATCH_OPERATIONS) await this.#flush();
          this.#logs.push({ setId, lines: [{ number, content }] });
        }
        this.#operations += 1;
      }
    }
  }

  /** @returns how many documents the archive had. */
  async finish(): Promise<number> {
    await this.#flush();
    return this.#stored;
  }

  async #flush(): Promise<void> {
    const [documents, sets, logs] = [this.#documents, this.#sets, this.#logs];
    [this.#documents, this.#sets, this.#logs, this.#units, this.#operations] = [[], [], [], 0, 0];
    this.#stored += documents.length;
    if (documents.length > 0) await insertArchivedDocuments(this.tx, this.toDocuments, documents);
    if (sets.length > 0) await insertSets(this.tx, this.permit, sets);
    if (logs.length > 0) await this.#storeLogs(logs);
  }

  async #takeDocument(line: DocumentLine, number: number): Promise<void> {
    if (sha256(line.text) !== line.text_sha256)
      throw archiveFault(number, "The text is not the one that was hashed.");
    const { created_by, ...rest } = line;
    const { length } = DocumentText.of(line.text);
    this.#documents.push({ ...rest, length, createdBy: this.#people.maybe(created_by, number) });
    this.#units += line.text.length;
    if (this.#documents.length >= BATCH_ROWS || this.#units >= BATCH_UNITS) await this.#flush();
  }

  #toSet(line: SetLine, number: number): WholeSetRow {
    const annotatorId = this.#people.maybe(line.annotator, number);
    if ((line.kind === "annotator") !== (annotatorId !== null))
      throw archiveFault(number, "A set belongs to a person exactly when it is an annotator's.");
    return {
      id: line.id as SetId,
      documentId: line.document as DocumentId,
      kind: line.kind,
      owner: annotatorId ?? line.owner,
      annotatorId,
      state: line.state,
      seq: line.seq,
      schemaVersion: line.schema_version,
      guidelineVersion: line.guideline_version,
      annotationCount: 0,
      completedAt: line.completed_at,
      createdAt: line.created_at,
      updatedAt: line.updated_at,
    };
  }

  async #storeLogs(logs: readonly ArchivedLog[]): Promise<void> {
    const awaiting = await awaitingSets(
      this.tx,
      this.permit.projectId,
      logs.map(({ setId }) => setId),
    );
    const stored = logs.map((log) =>
      log.lines.map(({ number, content }) => toStored(content, (ref) => this.#people.idOf(ref, number))),
    );
    const folded = logs.map((log, index) => foldArchivedLog(log, at(stored, index), awaiting.get(log.setId)));
    await insertOperations(
      this.tx,
      this.permit,
      stored.flatMap((operations, index) =>
        operations.map((one) => ({ ...one, setId: at(logs, index).setId })),
      ),
    );
    await insertProjection(
      this.tx,
      this.permit,
      folded.flatMap(({ id: setId, annotations }) =>
        [...annotations.values()].map((one) => ({ ...one, setId })),
      ),
      folded.flatMap(({ id: setId, relations }) => [...relations.values()].map((one) => ({ ...one, setId }))),
    );
    const counts = folded.map(({ id, annotations }) => ({
      id,
      live: [...annotations.values()].filter(({ live }) => live).length,
    }));
    await setAnnotationCounts(this.tx, this.permit, counts);
  }
}
