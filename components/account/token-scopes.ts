import type { Scope } from "@/lib/core/access/actor";

/** What each scope allows, in words. */
export const SCOPE_WORDS: Readonly<Record<Scope, { readonly name: string; readonly description: string }>> = {
  read: { name: "Read", description: "Documents, annotations and exports" },
  annotate: { name: "Annotate", description: "Change annotations and submit work" },
  manage: { name: "Manage", description: "Import documents, change schema and guideline" },
};
