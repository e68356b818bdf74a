"use client";

import { Avatar } from "@/components/ui/avatar";
import { codePoint } from "@/lib/core/text/offsets";
import { hasCompany } from "@/lib/core/live/company";
import type { PersonHere } from "@/lib/contracts/live";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import { useAnnotationSet, useSurroundings } from "./workbench";

/** So many find room; of the rest there is a number. */
const SHOWN = 3;

/** Who else is at work in the article. A press goes to where they are. The room is kept, so that nothing moves when they come and go. */
export function Company({ surface }: { readonly surface: ArticleSurface | null }) {
  const { kind } = useAnnotationSet();
  const { company } = useSurroundings();
  if (!hasCompany(kind)) return null;
  const more = company.slice(SHOWN);
  return (
    <div className="-my-0.5 flex h-6 w-28 shrink-0 justify-end">
      {company.length > 0 && (
        <ul aria-label="Also here" className="flex gap-1">
          {company.slice(0, SHOWN).map((person) => (
            <li key={person.user.id}>
              <button
                type="button"
                aria-label={`Go to where ${person.user.name} is`}
                onClick={() => surface?.reveal(codePoint(placeOf(person)))}
                className="grid size-6 place-items-center rounded-full"
              >
                <Avatar name={person.user.name} size="small" />
              </button>
            </li>
          ))}
          {more.length > 0 && (
            <li title={more.map(({ user }) => user.name).join(", ")} className="text-sm leading-6 text-soft">
              <span aria-hidden>+{more.length}</span>
              <span className="sr-only">{more.map(({ user }) => user.name).join(", ")}</span>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** What they have selected, else where they read. */
export function placeOf({ place }: PersonHere): number {
  return place.selected?.start ?? place.at ?? 0;
}
