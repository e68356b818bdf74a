import type { Unit } from "../document";

/** The units of each annotator; who has none still counts. */
export type Continuum = readonly (readonly Unit[])[];
