import type { TrainingSource } from "../training-row";
import { annotatorLoss, type Loss } from "./loss";

const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]{0,99}$/u;
/** What file systems refuse, or take for something else. */
const UNSAFE = /[^\p{L}\p{N}_.@ -]+/gu;

/**
 * Gives every set a path of its own in an archive: a folder for its annotator, or its kind, and in it a file named like
 * the document, by its external id where that is a plain name. Sets of one document must come one after another.
 */
export class FilePaths {
  #document = "";
  #taken = new Set<string>();

  /** Without an extension. */
  pathOf({ document, set }: TrainingSource): string {
    if (document.id !== this.#document) {
      this.#document = document.id;
      this.#taken = new Set();
    }
    const folder = folderOf(set?.annotator ?? set?.kind ?? "unannotated");
    const file = hasPlainName(document.externalId) ? document.externalId : document.id;
    let path = `${folder}/${file}`;
    for (let n = 2; this.#taken.has(path.toLowerCase()); n++) path = `${folder} (${n})/${file}`;
    this.#taken.add(path.toLowerCase());
    return path;
  }
}

/** Whether a file can be called so, whatever the system. */
export function hasPlainName(externalId: string | null): externalId is string {
  return externalId !== null && PLAIN_NAME.test(externalId) && !/[. ]$/.test(externalId);
}

/** The annotator’s name, where the folder is not called exactly so. */
export function folderLoss(source: TrainingSource, path: string): readonly Loss[] {
  return path.startsWith(`${source.set?.annotator ?? ""}/`) ? [] : annotatorLoss(source);
}

function folderOf(name: string): string {
  const safe = name.replace(UNSAFE, "_").replace(/^[. ]+|[. ]+$/g, "");
  return safe === "" ? "_" : safe;
}
