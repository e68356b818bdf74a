import { LinkSegments } from "@/components/ui/link-segments";
import { documentListHref, filteredBy, type DocumentListPlace } from "./document-list-address";
import { WORK_STATE_NAMES, type WorkState } from "./work-state";

const CHOICES = [
  "none",
  "new",
  "in_progress",
  "returned",
  "submitted",
  "accepted",
] as const satisfies readonly WorkState[];

/** Which documents to show, by the state of the person's own set, or of the shared one. */
export function StateFilter({
  projectId,
  place,
}: {
  readonly projectId: string;
  readonly place: DocumentListPlace;
}) {
  const segment = (label: string, state: WorkState | undefined) => ({
    label,
    href: documentListHref(projectId, filteredBy(place, { state })),
    isCurrent: place.state === state,
  });
  return (
    <LinkSegments
      label="State"
      segments={[
        segment("All", undefined),
        ...CHOICES.map((state) => segment(WORK_STATE_NAMES[state], state)),
      ]}
    />
  );
}
