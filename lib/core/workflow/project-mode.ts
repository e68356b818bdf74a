/** How people work in a project: each in a set of their own, blind to the others, or all in one set per document. */
export const PROJECT_MODES = ["independent", "shared"] as const;
export type ProjectMode = (typeof PROJECT_MODES)[number];
